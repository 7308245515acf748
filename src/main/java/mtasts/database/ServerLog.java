package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL says, kept in four files of at most 5 MB, and its last words in memory. */
final class ServerLog {

    private static final Logger log = LoggerFactory.getLogger(ServerLog.class);
    private static final long FILE_BYTES = 5_000_000;
    private static final int FILES = 4;
    private static final int LAST_WORDS = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Thread copying;
    private String lastWords = "";

    /**
     * Copies until the output ends.
     *
     * @param output of a process that has just been started
     * @param folder exists
     */
    ServerLog(InputStream output, Path folder) {
        this.folder = folder;
        copying = Thread.ofPlatform().daemon().name("postgresql-log").start(() -> copy(output));
    }

    private Path file(int age) {
        return folder.resolve(age == 0 ? "postgresql.log" : "postgresql.log." + age);
    }

    /** Waits until all is copied, but not for ever for what a process that was killed has left holding the output. */
    void awaitEnd() throws InterruptedException {
        copying.join(PATIENCE);
    }

    /** At most the last 4 kB of the output. */
    synchronized String lastWords() {
        return lastWords;
    }

    private void copy(InputStream output) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                remember(new String(buffer, 0, count, UTF_8));
                keep(buffer, count);
            }
        } catch (IOException closed) {
            log.debug("PostgreSQL's output was closed", closed);
        }
    }

    private synchronized void remember(String words) {
        String all = lastWords + words;
        lastWords = all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    /** PostgreSQL must never wait for its log: what cannot be written is left out. */
    private void keep(byte[] buffer, int count) {
        try {
            if (Files.exists(file(0)) && Files.size(file(0)) + count > FILE_BYTES) {
                for (int age = FILES - 1; age > 0; age--) {
                    if (Files.exists(file(age - 1))) {
                        Files.move(file(age - 1), file(age), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            try (OutputStream out =
                    Files.newOutputStream(file(0), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException problem) {
            log.warn("PostgreSQL's log could not be written to {}: {}", file(0), problem.toString());
        }
    }
}
