package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mtasts.domain.Domains;
import mtasts.export.DnsRecords;
import mtasts.export.PolicyArchive;
import mtasts.export.RecordsCsv;
import mtasts.job.Job;
import mtasts.job.JobResults;
import mtasts.policy.Reaches;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.web.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Files made of the domains of an export, however many they are. */
@Component
class BatchFiles {

    private static final int AT_ONCE = 500;

    private final JobResults results;
    private final Domains domains;
    private final Versions versions;
    private final Reaches reaches;
    private final PolicyArchive archive;

    BatchFiles(JobResults results, Domains domains, Versions versions, Reaches reaches, PolicyArchive archive) {
        this.results = results;
        this.domains = domains;
        this.versions = versions;
        this.reaches = reaches;
        this.archive = archive;
    }

    /** Policies and records as a ZIP file, as they are now; a domain that was removed meanwhile is left out. */
    void zip(Job job, HttpServletResponse response) throws IOException {
        head(response, "application/zip", PolicyArchive.NAME);
        var number = new AtomicInteger();
        archive.write(
                (name, most) -> {
                    var some = results.done(job.id(), number.get(), most);
                    some.forEach(line -> number.set(line.number()));
                    return some.stream().map(JobResults.Line::name).toList();
                },
                response.getOutputStream());
    }

    /** The records alone as one table, likewise. */
    void records(Job job, HttpServletResponse response) throws IOException {
        head(response, "text/csv;charset=UTF-8", "records-" + job.id() + ".csv");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(Csv.BOM + RecordsCsv.HEAD);
            for (var some = results.done(job.id(), 0, AT_ONCE);
                    !some.isEmpty();
                    some = results.done(job.id(), some.getLast().number(), AT_ONCE)) {
                out.write(lines(
                        some.stream().map(line -> DomainName.of(line.name())).toList()));
            }
        }
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private String lines(List<DomainName> names) {
        var there = domains.registered(names);
        var currents = versions.current(there);
        var live = versions.live(there);
        var reached = reaches.of(there);
        var lines = new StringBuilder();
        there.forEach(domain -> lines.append(RecordsCsv.lines(DnsRecords.of(
                domain,
                currents.get(domain.id()),
                live.get(domain.id()),
                Objects.requireNonNull(reached.get(domain.id()))))));
        return lines.toString();
    }
}
