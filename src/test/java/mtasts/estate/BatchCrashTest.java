package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mtasts.ChildApplication;
import mtasts.account.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The application is killed in the middle of a batch: after a start it is finished, and each domain was published once. */
class BatchCrashTest {

    private static final Path FOLDER = Path.of("target/batch-crash-test").toAbsolutePath();
    private static final String TOKEN = "mtasts_" + "k".repeat(40);
    private static final int DOMAINS = 1_200;

    @BeforeEach
    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    private static ChildApplication start() throws IOException {
        Files.createDirectories(FOLDER);
        return ChildApplication.start(
                FOLDER.resolve("data"),
                "--mtasts.setup.email=ada@example.net",
                "--mtasts.setup.password-file=" + Files.writeString(FOLDER.resolve("password"), "three blue bicycles"),
                "--mtasts.setup.token-file=" + Files.writeString(FOLDER.resolve("token"), TOKEN));
    }

    @Test
    void aBatchThatIsKilledIsFinishedOnceAfterTheNextStart() throws Exception {
        String place;
        try (var application = start()) {
            var caller = new Caller(application.port(), TOKEN);
            awaitToken(caller);
            register(caller);
            place = begin(caller);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> number(caller, place, "done") > 0);
            assertThat(number(caller, place, "done")).as("in the middle").isLessThan(DOMAINS);
            application.kill();
        }
        try (var application = start()) {
            var caller = new Caller(application.port(), TOKEN);
            awaitToken(caller);
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> caller.get(place).text("state").equals("done"));
            assertThat(number(caller, place, "done")).isEqualTo(DOMAINS);
            assertThat(number(caller, place, "refused")).isZero();
            assertThat(begin(caller)).as("sent again with its key").isEqualTo(place);
            assertThat(caller.get("/api/v1/audit?action=policy.published")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(DOMAINS);
            assertThat(caller.get("/api/v1/domains?stage=testing")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(DOMAINS);
            for (int n = 0; n < DOMAINS; n += 37) {
                assertThat(caller.get("/api/v1/domains/d" + n + ".example/versions")
                                .json()
                                .path("items")
                                .size())
                        .isOne();
            }
        }
    }

    private static String begin(Caller caller) {
        var answer =
                caller.with("Idempotency-Key", "k").post("/api/v1/batches", "{\"act\": \"publish\", \"query\": \"\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return answer.header("Location");
    }

    /** It is taken over a moment after the port is open. */
    private static void awaitToken(Caller caller) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get("/api/v1/batches/1").status() != 401);
    }

    private static int number(Caller caller, String place, String member) {
        return caller.get(place).json().path(member).asInt();
    }

    private static void register(Caller caller) {
        var rows = new StringBuilder("domain,mx\n");
        for (int n = 0; n < DOMAINS; n++) {
            rows.append("d").append(n).append(".example,mx.example.net\n");
        }
        var imported = caller.send("POST", "/api/v1/imports", "text/csv", rows.toString());
        assertThat(imported.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        caller.get(imported.header("Location")).text("state").equals("done"));
    }
}
