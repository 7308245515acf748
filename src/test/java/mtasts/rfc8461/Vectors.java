package mtasts.rfc8461;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inputs of other implementations' tests and what the grammar makes of them; they lie beside the project, if at all. */
public final class Vectors {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Vectors() {}

    public static List<JsonNode> rows(String file) {
        Path rows = folder().resolve(file);
        try (Stream<String> lines = Files.lines(rows)) {
            return lines.map(JSON::readTree).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path folder() {
        Optional<Path> folder = Stream.<Path>iterate(
                        Path.of("").toAbsolutePath(), parent -> parent != null, parent -> parent.getParent())
                .map(parent -> parent.resolve("shared/vectors"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(folder.isPresent(), "skipped: there is no folder shared/vectors beside the project");
        return folder.orElseThrow();
    }
}
