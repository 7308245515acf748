package mtasts.estate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import mtasts.domain.Place;
import mtasts.job.Jobs;
import mtasts.job.Jobs.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in an archive of policies: its files are kept as the rows of a job. */
@Component
class AdoptingMany {

    private final Jobs jobs;

    AdoptingMany(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Keeps the files, to be judged.
     *
     * @param source the name of the archive, {@code null} where a program sent it
     * @param place where they are to be served from now on
     * @param confirmed whether they are adopted as soon as they are judged
     * @return the number of the job; the same for the same archive that is to be confirmed or not, as long as its job has not ended
     * @throws UploadRefused when it is no ZIP file, or has no or too many files
     */
    long start(InputStream archive, @Nullable String source, Place place, boolean confirmed) throws IOException {
        var path = Files.createTempFile("mta-sts-adoption", ".zip");
        try {
            Files.copy(archive, path, StandardCopyOption.REPLACE_EXISTING);
            try (var files = new AdoptionArchive(path)) {
                if (!files.hasNext()) {
                    throw new UploadRefused("adoption.empty");
                }
                var input = new AdoptionWork.Input(place.text(), source);
                return jobs.start(
                        new Order(
                                AdoptionWork.KIND,
                                (confirmed ? "now\n" : "look\n") + place.text() + hash(path),
                                input,
                                confirmed),
                        files);
            }
        } finally {
            Files.delete(path);
        }
    }

    private static String hash(Path path) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Files.copy(path, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
