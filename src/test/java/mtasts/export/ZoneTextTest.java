package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mtasts.export.DnsRecord.Kind;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZoneTextTest {

    private static final List<DnsRecord> RECORDS = List.of(
            record(Kind.POLICY, "_mta-sts.example.com", "v=STSv1; id=20261124120000ab"),
            record(Kind.POLICY_HOST, "mta-sts.example.com", "sts.example.net."),
            record(Kind.REPORTS, "_smtp._tls.example.com", null));

    @Test
    void everyRecordIsALineWithAnAbsoluteNameAndWhatIsMissingAComment() {
        assertThat(ZoneText.of(Words.of("heading"), RECORDS, Words::key)).isEqualTo("""
            ; heading
            _mta-sts.example.com.\t3600\tIN\tTXT\t"v=STSv1; id=20261124120000ab"
            mta-sts.example.com.\t3600\tIN\tCNAME\tsts.example.net.
            ; _smtp._tls.example.com: say where
            """);
    }

    @Test
    void aLongTextIsSplitIntoStringsOf255Octets() {
        assertThat(ZoneText.quoted("x".repeat(255))).isEqualTo('"' + "x".repeat(255) + '"');
        assertThat(ZoneText.quoted("x".repeat(256))).isEqualTo('"' + "x".repeat(255) + "\" \"x\"");
    }

    @Test
    void whatWouldEndAStringIsEscaped() {
        assertThat(ZoneText.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void aCommentStaysOnOneLine() {
        assertThat(ZoneText.of(Words.of("one\r\nmta-sts.example.com. CNAME evil."), List.of(), Words::key))
                .isEqualTo("; one mta-sts.example.com. CNAME evil.\n");
    }

    @Test
    void theTableHasWhatHasAValue() {
        assertThat(RecordsCsv.of(RECORDS)).isEqualTo("""
            name,type,ttl,value\r
            _mta-sts.example.com,TXT,3600,v=STSv1; id=20261124120000ab\r
            mta-sts.example.com,CNAME,3600,sts.example.net.\r
            """);
    }

    private static DnsRecord record(Kind kind, String name, @Nullable String value) {
        return new DnsRecord(
                kind,
                name,
                value,
                value == null ? Words.of("say where") : null,
                DnsRecord.Act.CREATE,
                null,
                Words.of("purpose"));
    }
}
