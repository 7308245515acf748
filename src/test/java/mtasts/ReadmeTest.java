package mtasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mtasts.account.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What README tells to type into a shell works as it stands. */
@ApplicationTest
class ReadmeTest {

    @LocalServerPort
    int port;

    @Autowired
    Programs programs;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void theWholeWayFromAScript() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed: README's examples are not run");
        clock.ticking();
        var said = run(block("## From a script"));
        assertThat(said).as("what the shell said").contains("\"deed\":\"back-to-testing\"", "moved in March");
        assertThat(jdbc.sql("select deed from policy_version order by number")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("published", "promoted-anyway", "back-to-testing"));
    }

    @Test
    void manyAtOnceFromAScript() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed: README's examples are not run");
        var said = run(block("Many at once are a job"));
        assertThat(said).as("what the shell said").contains("\"state\":\"done\"");
        assertThat(jdbc.sql("select name from domain where current_version = 1 order by name")
                        .query(String.class)
                        .list())
                .containsExactly("shop.example.org", "town.example.org");
        assertThat(Files.size(folder.resolve("policies.zip"))).isPositive();
    }

    private String run(String script) throws IOException, InterruptedException {
        var output = Files.createTempFile("readme", ".txt");
        var shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("BASE", "http://127.0.0.1:" + port);
        shell.environment().put("TOKEN", programs.token());
        var process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(output);
        Files.delete(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String block(String heading) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var section = readme.substring(readme.indexOf(heading));
        var block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(section);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
