package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import mtasts.ApplicationTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The line of README that fails a build, as it stands there, against the running application. */
@ApplicationTest
class PipelineTest {

    private static final Pattern LINE = Pattern.compile("(?m)^curl .*/api/v1/validate/policy.*$");

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void aPolicyThatSendersTakePasses() throws Exception {
        assertThat(build(ValidateResourceTest.GOOD)).isZero();
        assertThat(said()).contains("\"mode\":\"testing\"");
    }

    @Test
    void aPolicyThatSendersRefuseFailsTheBuildAndSaysWhy() throws Exception {
        assertThat(build(ValidateResourceTest.GOOD.replace("testing", "Testing")))
                .isEqualTo(1);
        assertThat(said()).contains("policy.mode");
    }

    @Test
    void aServerThatDoesNotAnswerFailsTheBuildToo() throws Exception {
        port = 9;
        assertThat(build(ValidateResourceTest.GOOD)).isNotZero();
    }

    private int build(String policy) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("bash") && isInstalled("curl"), "skipped: bash or curl is not installed");
        var line = LINE.matcher(Files.readString(Path.of("README.md")));
        assertThat(line.find()).as("the line in README.md").isTrue();
        Files.writeString(folder.resolve("mta-sts.txt"), policy);
        var builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", line.group())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("MTASTS_URL", "http://127.0.0.1:" + port);
        return builder.start().waitFor();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }
}
