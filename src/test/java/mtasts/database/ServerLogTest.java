package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @Test
    void theLogKeepsWhatIsNewestInAtMostTwentyMegabytes(@TempDir Path folder) throws Exception {
        String thirtyMegabytes = "a line of a server that has much to say, over and over again\n".repeat(500_000);
        ServerLog log = new ServerLog(text(thirtyMegabytes + "and its last word\n"), folder);
        log.awaitEnd();

        assertThat(size(folder)).isBetween(15_000_000L, 20_000_000L);
        assertThat(folder.resolve("postgresql.log")).content().endsWith("and its last word\n");
        assertThat(log.lastWords()).endsWith("and its last word\n").hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void aLogThatCannotBeWrittenDoesNotHoldUpTheServer(@TempDir Path folder) throws Exception {
        ServerLog log = new ServerLog(text("said in vain\n"), folder.resolve("missing"));
        log.awaitEnd();

        assertThat(log.lastWords()).isEqualTo("said in vain\n");
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
