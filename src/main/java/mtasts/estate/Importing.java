package mtasts.estate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import mtasts.domain.Place;
import mtasts.job.Jobs;
import mtasts.job.Jobs.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a table of domains: what was sent is kept as the rows of a job, and not asked for again. */
@Component
class Importing {

    private final Jobs jobs;

    Importing(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Keeps the rows, to be judged.
     *
     * @param source the name of the file, nothing where it was pasted, {@code null} where a program sent it
     * @param confirmed whether they are registered as soon as they are judged
     * @return the number of the job; the same for the same table that is to be confirmed or not, as long as its job has not ended
     * @throws UploadRefused when it cannot be read as a table, or has no or too many rows
     */
    long start(InputStream table, @Nullable String source, Place place, boolean confirmed) throws IOException {
        var path = Files.createTempFile("mta-sts-import", ".csv");
        try {
            Files.copy(table, path, StandardCopyOption.REPLACE_EXISTING);
            var file = ImportFile.of(path);
            try (var rows = new ImportReader(file)) {
                if (!rows.hasNext()) {
                    throw new UploadRefused("import.empty");
                }
                var input = new ImportWork.Input(place.text(), source);
                return jobs.start(
                        new Order(
                                ImportWork.KIND,
                                (confirmed ? "now\n" : "look\n") + place.text() + file.hash(),
                                input,
                                confirmed),
                        rows);
            }
        } finally {
            Files.delete(path);
        }
    }
}
