package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.concurrent.atomic.AtomicInteger;
import mtasts.export.PolicyArchive;
import mtasts.job.Job;
import mtasts.job.JobResults;
import mtasts.web.Download;
import org.springframework.stereotype.Component;

/** Files made of the domains of an export, however many they are, as they are now; one that was removed is left out. */
@Component
class BatchFiles {

    private final JobResults results;
    private final PolicyArchive archive;

    BatchFiles(JobResults results, PolicyArchive archive) {
        this.results = results;
        this.archive = archive;
    }

    /** Policies and records as a ZIP file. */
    void zip(Job job, HttpServletResponse response) throws IOException {
        archive.write(exported(job), Download.as(Download.ZIP, PolicyArchive.NAME, response));
    }

    /** The records alone as one table. */
    void records(Job job, HttpServletResponse response) throws IOException {
        var into = Download.as(Download.CSV, "records-" + job.id() + ".csv", response);
        try (var out = new OutputStreamWriter(into, UTF_8)) {
            archive.writeRecords(exported(job), out);
        }
    }

    private PolicyArchive.Selection exported(Job job) {
        var number = new AtomicInteger();
        return (name, most) -> {
            var some = results.done(job.id(), number.get(), most);
            some.forEach(line -> number.set(line.number()));
            return some.stream().map(JobResults.Line::name).toList();
        };
    }
}
