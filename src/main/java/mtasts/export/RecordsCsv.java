package mtasts.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import mtasts.web.Csv;

/** Records as a table for spreadsheets and scripts (RFC 4180): those that have a value. */
final class RecordsCsv {

    /** The first line, with its end. */
    static final String HEAD = Csv.line("name", "type", "ttl", "value");

    private RecordsCsv() {}

    static String of(List<DnsRecord> records) {
        return HEAD + lines(records);
    }

    /** A line for each, with its end; several domains may stand one after the other. */
    static String lines(List<DnsRecord> records) {
        return records.stream().flatMap(RecordsCsv::line).collect(joining());
    }

    private static Stream<String> line(DnsRecord record) {
        String value = record.value();
        return value == null
                ? Stream.empty()
                : Stream.of(Csv.line(record.name(), record.kind().type(), Integer.toString(DnsRecord.TTL), value));
    }
}
