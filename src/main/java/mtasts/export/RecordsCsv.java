package mtasts.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import mtasts.web.Csv;

/** Records as a table for spreadsheets and scripts (RFC 4180): those that have a value. */
final class RecordsCsv {

    private RecordsCsv() {}

    static String of(List<DnsRecord> records) {
        return Stream.concat(
                        Stream.of(Csv.line("name", "type", "ttl", "value")),
                        records.stream().flatMap(RecordsCsv::line))
                .collect(joining());
    }

    private static Stream<String> line(DnsRecord record) {
        String value = record.value();
        return value == null
                ? Stream.empty()
                : Stream.of(Csv.line(record.name(), record.kind().type(), Integer.toString(DnsRecord.TTL), value));
    }
}
