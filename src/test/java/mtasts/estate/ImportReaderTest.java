package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportReaderTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private ImportFile file(byte[] octets) throws IOException {
        return ImportFile.of(Files.write(folder.resolve("table.csv"), octets));
    }

    /** Each row as {@code line domain|mx|tags}, with {@code /fields} where they are more than the columns, and {@code =line} of its twin. */
    private List<String> read(byte[] octets) throws IOException {
        var rows = new ArrayList<String>();
        try (var reader = new ImportReader(file(octets))) {
            reader.forEachRemaining(given -> {
                var row = (ImportRow) given.input();
                rows.add(given.number() + " " + row.domain() + "|" + row.mx() + "|" + row.tags()
                        + (row.fields() > row.columns() ? "/" + row.fields() : "")
                        + (row.first() > 0 ? "=" + row.first() : ""));
            });
        }
        return rows;
    }

    private static Arguments table(String why, String text, String... rows) {
        return Arguments.of(why, text.getBytes(StandardCharsets.UTF_8), List.of(rows));
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                table("a row", "example.com,mx1.test mx2.test,a b", "1 example.com|mx1.test mx2.test|a b"),
                table("names alone", "example.com\nexample.org\r\n", "1 example.com||", "2 example.org||"),
                table(
                        "empty lines are counted and left out",
                        "\n\nexample.com\n , ,\nexample.org",
                        "3 example.com||",
                        "5 example.org||"),
                table("columns are named", "Domain,MX,Tags\nexample.com,mx.test,a", "2 example.com|mx.test|a"),
                table(
                        "in any order, with others",
                        "note,tags,\"Name\",mx\nx,a,example.com,mx.test\ny,b,example.org,",
                        "2 example.com|mx.test|a",
                        "3 example.org||b"),
                table(
                        "in Spanish",
                        "Dominio;Servidores MX;Etiquetas\nexample.com;mx.test;a",
                        "2 example.com|mx.test|a"),
                table(
                        "semicolons",
                        "example.com;10 mx1.test, 20 mx2.test;a",
                        "1 example.com|10 mx1.test, 20 mx2.test|a"),
                table("tabs", "example.com\tmx1.test\ta", "1 example.com|mx1.test|a"),
                table(
                        "the first that has any says what lies between fields",
                        "example.com\nexample.org;mx.test",
                        "1 example.com||",
                        "2 example.org|mx.test|"),
                table(
                        "quoted fields",
                        "\"example.com\",\"mx1.test mx2.test\",\"a,b\"",
                        "1 example.com|mx1.test mx2.test|a,b"),
                table(
                        "lines within quotes",
                        "example.com,\"mx1.test\nmx2.test\",\nexample.org",
                        "1 example.com|mx1.test\nmx2.test|",
                        "3 example.org||"),
                table("spaces around", " example.com , \"mx.test\" , a ", "1 example.com|mx.test|a"),
                table("a byte order mark", "\uFEFFdomain\nexample.com", "2 example.com||"),
                table(
                        "twice",
                        "example.com\nexample.org\nEXAMPLE.com.,mx.test",
                        "1 example.com||",
                        "2 example.org||",
                        "3 EXAMPLE.com.|mx.test|=1"),
                table("unreadable names are no twins", "-\n-", "1 -||", "2 -||"),
                table(
                        "hosts between commas",
                        "example.com,mx1.test,mx2.test,mx3.test",
                        "1 example.com|mx1.test|mx2.test/4"),
                table(
                        "more than the columns that are named",
                        "domain,mx,tags,,\nexample.com,mx.test,a,b\nexample.org,mx.test,a,,",
                        "2 example.com|mx.test|a/4",
                        "3 example.org|mx.test|a"),
                table(
                        "other columns hold what they like",
                        "domain,mx,tags,note,since\nexample.com,mx.test,a,b,c",
                        "2 example.com|mx.test|a"),
                table("nothing behind", "example.com,mx1.test,a,,", "1 example.com|mx1.test|a"),
                table("NUL", "exa\0mple.com", "1 exa\uFFFDmple.com||"),
                Arguments.of("UTF-8", "bücher.example".getBytes(StandardCharsets.UTF_8), List.of("1 bücher.example||")),
                Arguments.of(
                        "Windows-1252",
                        "bücher.example,,straße€".getBytes(WINDOWS),
                        List.of("1 bücher.example||straße€")),
                Arguments.of(
                        "UTF-16",
                        "\uFEFFbücher.example".getBytes(StandardCharsets.UTF_16LE),
                        List.of("1 bücher.example||")),
                Arguments.of(
                        "UTF-16, the other way",
                        "bücher.example".getBytes(StandardCharsets.UTF_16),
                        List.of("1 bücher.example||")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void reads(String why, byte[] octets, List<String> rows) throws IOException {
        assertThat(read(octets)).as(why).isEqualTo(rows);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a quotation mark that is not closed", "example.com\n\"example.org", "import.unreadable"),
                Arguments.of("a field without end", "example.com,\"" + "a".repeat(300_000) + "\"", "import.unreadable"),
                Arguments.of("too many rows", "a\n".repeat(ImportReader.MOST + 1), "import.many-rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String why, String text, String code) {
        assertThatExceptionOfType(UploadRefused.class)
                .as(why)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void nothingIsNoRow() throws IOException {
        for (var nothing : List.of("", "\uFEFF", "\n\n", "domain,mx,tags\n", ",,\n")) {
            assertThat(read(nothing.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    void theSameOctetsHaveTheSameHash() throws IOException {
        var hash = file("example.com".getBytes(StandardCharsets.UTF_8)).hash();
        assertThat(file("example.com".getBytes(StandardCharsets.UTF_8)).hash()).isEqualTo(hash);
        assertThat(file("example.org".getBytes(StandardCharsets.UTF_8)).hash()).isNotEqualTo(hash);
    }
}
