package mtasts.web;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets and scripts (RFC 4180): commas, CRLF, UTF-8, and nothing that a spreadsheet would run. */
public final class Csv {

    /** Begins a file, so that a spreadsheet reads it as UTF-8. */
    public static final String BOM = "\uFEFF";

    private Csv() {}

    /** One line with its end; {@code null} is an empty field. */
    public static String line(@Nullable String... fields) {
        return Stream.of(fields).map(field -> field == null ? "" : field(field)).collect(joining(",", "", "\r\n"));
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == '"' || letter == ',' || letter == '\r' || letter == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
