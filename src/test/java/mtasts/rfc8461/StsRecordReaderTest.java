package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StsRecordReaderTest {

    /** Reason, record, id, what is said. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("as we write it", "v=STSv1; id=1", "1", ""),
                arguments("final semicolon", "v=STSv1; id=1;", "1", ""),
                arguments("final semicolon and space", "v=STSv1;id=1 ; \t", "1", ""),
                arguments("32 characters", "v=STSv1;id=" + "aZ09".repeat(8), "aZ09".repeat(8), ""),
                arguments("extensions", "v=STSv1; x.-_1=a:b; id=1; y=<z>", "1", ""),
                arguments("ID beside id", "v=STSv1; ID=x; id=1", "1", ""),
                arguments(
                        "space after the version", "v=STSv1 ;id=1", "1", "record.syntax.space-after-version 1:8+1 → "),
                arguments("id twice", "v=STSv1; id=1; id=2", "1", "record.syntax.duplicate 1:16+4"),
                arguments(
                        "id twice, the second malformed", "v=STSv1; id=1; id=-", "1", "record.syntax.duplicate 1:16+4"),
                arguments("v twice", "v=STSv1; v=STSv1; id=1", "1", "record.syntax.duplicate 1:10+7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String reason, String record, String id, String expected) {
        Reading<StsRecord> reading = StsRecordReader.read(record);
        assertThat(reading.value()).as(reason).contains(new StsRecord(new PolicyId(id)));
        assertThat(Said.lines(reading)).isEqualTo(expected);
    }

    /** Reason, record, what is said. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", "", "record.syntax.version 1:1+0"),
                arguments("another version", "v=STSv2; id=1", "record.syntax.version 1:1+13"),
                arguments("a longer version", "v=STSv10; id=1", "record.syntax.version 1:1+14"),
                arguments("case of the version", "V=STSv1; id=1", "record.syntax.version 1:1+13"),
                arguments("spaces around the equals sign", "v = STSv1; id=1", "record.syntax.version 1:1+15"),
                arguments("space in front", " v=STSv1; id=1", "record.syntax.version 1:1+14"),
                arguments("another order", "id=1; v=STSv1", "record.syntax.version 1:1+13"),
                arguments("quotes", "\"v=STSv1; id=1\"", "record.syntax.quotes 1:1+15"),
                arguments("the version alone", "v=STSv1", "record.id.missing"),
                arguments("no id", "v=STSv1; x=1;", "record.id.missing"),
                arguments("ID", "v=STSv1; ID=1", "record.id.case 1:10+2 → id"),
                arguments("empty id", "v=STSv1; id=;", "record.id.empty 1:13+0"),
                arguments("33 characters", "v=STSv1; id=" + "a".repeat(33), "record.id.long 1:13+33"),
                arguments("hyphen", "v=STSv1; id=2026-03-12", "record.id.character 1:13+10"),
                arguments(
                        "the first id counts",
                        "v=STSv1; id=_; id=2",
                        "record.id.character 1:13+1\nrecord.syntax.duplicate 1:16+4"),
                arguments("two semicolons", "v=STSv1;; id=1", "record.syntax.two-semicolons 1:9+1 → "),
                arguments("two semicolons at the end", "v=STSv1; id=1; ;", "record.syntax.two-semicolons 1:15+2 → "),
                arguments("space at the end", "v=STSv1; id=1 ", "record.syntax.trailing-space 1:14+1 → "),
                arguments("space for a semicolon", "v=STSv1 id=1", "record.syntax.no-semicolon 1:8+1 → ; "),
                arguments("space between fields", "v=STSv1; id=1 x=2", "record.syntax.no-semicolon 1:14+1 → ; "),
                arguments("no field", "v=STSv1; id=1; x", "record.syntax.field 1:16+1"),
                arguments("equals sign in a value", "v=STSv1; id=1; x==", "record.syntax.field 1:16+3"),
                arguments("a name with a star", "v=STSv1; id=1; *=x", "record.syntax.field 1:16+3"),
                arguments("a name of 33", "v=STSv1; id=1; " + "a".repeat(33) + "=x", "record.syntax.field 1:16+35"),
                arguments("letters beyond ASCII", "v=STSv1; id=1; x=é", "record.syntax.field 1:16+3"),
                arguments("a second id without value", "v=STSv1; id=1; id=", "record.syntax.field 1:16+3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String reason, String record, String expected) {
        Reading<StsRecord> reading = StsRecordReader.read(record);
        assertThat(reading.value()).as(reason).isEmpty();
        assertThat(Said.lines(reading)).as(reason).isEqualTo(expected);
    }

    /** Reason, records, id or nothing, what is said. */
    static Stream<Arguments> sets() {
        return Stream.of(
                arguments("none", List.of(), "", "record.none"),
                arguments("one", List.of("v=STSv1; id=1"), "1", ""),
                arguments(
                        "one, by the grammar alone",
                        List.of("v=STSv1 ; id=1"),
                        "1",
                        "record.syntax.space-after-version 1:8+1 → "),
                arguments("one that is malformed", List.of("v=STSv1; id=-"), "", "record.id.character 1:13+1"),
                arguments("one that is another's", List.of("v=spf1 -all"), "", "record.unrelated 1:1+11"),
                arguments("one in small letters", List.of("v=stsv1; id=1"), "", "record.syntax.version 1:1+13"),
                arguments("one among others", List.of("v=spf1 -all", "v=STSv1; id=1"), "1", ""),
                arguments(
                        "one malformed among others",
                        List.of("x", "v=STSv1;; id=1"),
                        "",
                        "record.syntax.two-semicolons 2:9+1 → "),
                arguments("two", List.of("v=STSv1; id=1", "v=STSv1; id=2"), "", "record.many"),
                arguments("two, one malformed", List.of("v=STSv1; id=1", "v=STSv1;"), "", "record.many"),
                arguments(
                        "set aside for its space",
                        List.of("v=STSv1 ; id=1", "v=spf1"),
                        "",
                        "record.syntax.set-aside 1:1+14"),
                arguments("the one with the space is set aside", List.of("v=STSv1 ; id=1", "v=STSv1; id=2"), "2", ""),
                arguments("only others", List.of("a", "b"), "", "record.unrelated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sets(String reason, List<String> records, String id, String expected) {
        Reading<StsRecord> reading =
                StsRecordReader.readSet(records.stream().map(List::of).toList());
        assertThat(reading.value().map(record -> record.id().text()).orElse(""))
                .as(reason)
                .isEqualTo(id);
        assertThat(Said.lines(reading)).as(reason).isEqualTo(expected);
    }

    @Test
    void stringsAreJoinedWithoutSpaces() {
        assertThat(StsRecordReader.read(List.of("v=STS", "v1; i", "d=20", "26")).value())
                .contains(new StsRecord(new PolicyId("2026")));
        assertThat(StsRecordReader.readSet(List.of(List.of("v=STSv1;", "id=1"))).value())
                .contains(new StsRecord(new PolicyId("1")));
    }

    @Test
    void whatIsWrittenIsRead() {
        StsRecord record = new StsRecord(new PolicyId("20260312140530x4tb"));
        assertThat(record.text()).isEqualTo("v=STSv1; id=20260312140530x4tb");
        assertThat(StsRecordReader.read(record.text())).isEqualTo(new Reading.Read<>(record, List.of()));
        assertThat(StsRecord.owner(DomainName.of("Example.com"))).isEqualTo("_mta-sts.example.com");
    }
}
