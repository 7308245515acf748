package mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The whole application in a process of its own: how it starts, refuses to start, and ends. */
class LifeTest {

    private static final Path FOLDER = Path.of("target/life-test").toAbsolutePath();

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void aStopLetsRequestsFinishAndLeavesNothingRunning() throws Exception {
        try (ChildApplication application = ChildApplication.start(SlowApplication.class, FOLDER)) {
            int port = application.port();
            long server = Long.parseLong(
                    Files.readAllLines(FOLDER.resolve("pg/postmaster.pid")).getFirst());
            await().until(() -> get(port, "/readyz").join().statusCode() == 200);
            assertSaysOnce(
                    "is in use by another MTA-STS Admin (process " + application.pid() + ")",
                    ChildApplication.start(FOLDER));

            var slow = get(port, "/slow");
            application.await("a slow request has come");
            application.terminate();

            assertThat(slow.join().body()).isEqualTo("done");
            assertThat(application.exitCode()).isEqualTo(143);
            assertThat(ProcessHandle.of(server)).isEmpty();
            assertThat(application.output()).noneMatch(line -> line.contains("ERROR") || line.startsWith("\tat "));
        }
    }

    @Test
    void anOwnDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        assertSaysOnce(
                "The database at jdbc:postgresql://127.0.0.1:1/mtasts does not answer",
                ChildApplication.start(FOLDER, "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/mtasts"));
        assertThat(FOLDER).as("nothing of the embedded database").doesNotExist();
    }

    private static void assertSaysOnce(String sentence, ChildApplication application) throws Exception {
        try (application) {
            assertThat(application.exitCode()).isEqualTo(1);
            List<String> output = application.output();
            assertThat(output).filteredOn(line -> line.contains(sentence)).hasSize(1);
            assertThat(output).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        }
    }

    private CompletableFuture<HttpResponse<String>> get(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return browser.sendAsync(request, BodyHandlers.ofString());
    }
}
