package mtasts.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Records as a table for spreadsheets and scripts (RFC 4180): those that have a value. */
final class RecordsCsv {

    private RecordsCsv() {}

    static String of(List<DnsRecord> records) {
        return Stream.concat(
                        Stream.of(line("name", "type", "ttl", "value")),
                        records.stream().flatMap(RecordsCsv::line))
                .collect(joining());
    }

    private static Stream<String> line(DnsRecord record) {
        String value = record.value();
        return value == null
                ? Stream.empty()
                : Stream.of(line(record.name(), record.kind().type(), Integer.toString(DnsRecord.TTL), value));
    }

    static String line(String... fields) {
        return Stream.of(fields).map(RecordsCsv::field).collect(joining(",", "", "\r\n"));
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == '"' || letter == ',' || letter == '\r' || letter == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
