package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import mtasts.domain.Domains;
import mtasts.export.DnsRecords;
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

/** The DNS records of the domains of an export as one table, however many they are. */
@Component
class BatchRecords {

    private static final int AT_ONCE = 500;

    private final JobResults results;
    private final Domains domains;
    private final Versions versions;
    private final Reaches reaches;

    BatchRecords(JobResults results, Domains domains, Versions versions, Reaches reaches) {
        this.results = results;
        this.domains = domains;
        this.versions = versions;
        this.reaches = reaches;
    }

    /** Writes them as they are now; a domain that was removed meanwhile is left out. */
    void write(Job job, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("records-" + job.id() + ".csv")
                        .build()
                        .toString());
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
