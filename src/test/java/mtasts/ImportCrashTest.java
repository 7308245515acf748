package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mtasts.account.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The application is killed in the middle of an import: it is gone on with at the next start, and each row is done once. */
class ImportCrashTest {

    private static final Path FOLDER = Path.of("target/import-crash-test").toAbsolutePath();
    private static final String MAIL = "ada@example.net";
    private static final String PASSWORD = "three blue bicycles";
    private static final int ROWS = 6_000;
    private static final Pattern DONE = Pattern.compile("([\\d,]+) of 6,000 rows are done");

    @BeforeEach
    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void eachRowIsDoneOnceWhateverHappensInBetween() throws Exception {
        String job;
        try (var application = ChildApplication.start(FOLDER)) {
            var code = application.await("/setup?code=").replaceFirst(" .*", "");
            var ada = new Visitor(application.port());
            ada.get("/setup?code=" + code);
            ada.post("/setup", "code", code, "mail", MAIL, "displayName", "Ada", "password", PASSWORD);
            ada.get("/domains/import");
            job = ada.post("/domains/import", "text", table(), "place", "here")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            until(ada, job, "Nothing is saved yet");
            ada.post(job + "/confirm");
            int done = until(ada, job);
            application.kill();
            assertThat(done).isBetween(1, ROWS - 1);
        }
        try (var application = ChildApplication.start(FOLDER)) {
            var ada = new Visitor(application.port());
            ada.signIn(MAIL, PASSWORD);
            until(ada, job, "All 6,000 rows are done");
            var results = ada.get(job + "/result.csv").body().lines().skip(1).toList();
            assertThat(results).hasSize(ROWS).allMatch(line -> line.contains(",registered,"));
            assertThat(ada.get("/domains").body()).contains("6,000");
            assertThat(ada.get("/audit?action=domain.registered").body()).contains("of 6,000");
            assertThat(ada.get("/audit?action=policy.drafted").body()).contains("of 6,000");
            for (int row : List.of(0, ROWS / 2, ROWS - 1)) {
                assertThat(ada.get("/audit?subject=d" + row + ".example").body())
                        .as("registered and drafted, each once")
                        .contains("1–2 of 2");
            }
        }
    }

    private static String table() {
        return String.join(
                "\n",
                IntStream.range(0, ROWS)
                        .mapToObj(n -> "d" + n + ".example,mx.example.net,")
                        .toList());
    }

    private static void until(Visitor ada, String job, String said) {
        for (int looks = 0; !ada.get(job).body().contains(said); looks++) {
            assertThat(looks).as("how often " + said + " was looked for").isLessThan(20_000);
        }
    }

    /** Waits until some rows are done, and says how many. */
    private static int until(Visitor ada, String job) {
        while (true) {
            var page = ada.get(job).body();
            var found = DONE.matcher(page);
            if (found.find()) {
                int done = Integer.parseInt(found.group(1).replace(",", ""));
                if (done > 0) {
                    return done;
                }
            }
            assertThat(page).as("the page of a job that is under way").doesNotContain("All 6,000");
        }
    }
}
