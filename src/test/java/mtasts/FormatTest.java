package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as palantir-java-format writes it. To have them rewritten:
 * {@code ./mvnw test -Dtest=FormatTest -Dformat.write=true}.
 */
class FormatTest {

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        assertThat(differing(Boolean.getBoolean("format.write")))
                .as("files to be formatted: ./mvnw test -Dtest=FormatTest -Dformat.write=true")
                .isEmpty();
    }

    private List<Path> differing(boolean write) throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isFormatted(file, write))
                    .sorted()
                    .toList();
        }
    }

    private boolean isFormatted(Path file, boolean write) {
        try {
            String text = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (write && !formatted.equals(text)) {
                Files.writeString(file, formatted);
            }
            return write || formatted.equals(text);
        } catch (IOException | FormatterException problem) {
            throw new AssertionError(file + " could not be formatted", problem);
        }
    }
}
