package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was pasted is found out. */
class PastedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=STSv1; id=a1;",
                "\"v=STSv1; id=a1;\"",
                "\"v=STSv1; \" \"id=a1;\"",
                "\"v=STSv1\\; id=a1\\;\"",
                "\"v=STSv1\\059 id=\\097\\049;\"",
                "_mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=a1;\"",
                "_mta-sts.example.com.\t300\tIN\tTXT\t\"v=STSv1; id=a1;\" ; new",
                "_mta-sts 3600 TXT \"v=STSv1; id=a1;\"",
                "_mta-sts IN TXT ( \"v=STSv1; \" ; the first\n  \"id=a1;\" )",
                "_mta-sts TXT v=STSv1; id=a1;",
                "_mta-sts.example.com descriptive text \"v=STSv1; id=a1;\"",
                "_mta-sts.example.com\ttext = \"v=STSv1; id=a1;\"",
                "_mta-sts.example.com\ttext =\n\n\t\"v=STSv1; id=a1;\"\n",
                "; <<>> DiG 9.18 <<>> TXT _mta-sts.example.com\n"
                        + ";; QUESTION SECTION:\n"
                        + ";_mta-sts.example.com. IN TXT\n\n"
                        + ";; ANSWER SECTION:\n"
                        + "_mta-sts.example.com. 60 IN TXT \"v=STSv1; id=a1;\"\n\n"
                        + ";; Query time: 1 msec\n",
                "Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\nNon-authoritative answer:\n"
                        + "_mta-sts.example.com\ttext = \"v=STSv1; id=a1;\"\n",
                "_mta-sts.example.com. 60 IN CNAME _mta-sts.example.net.\n"
                        + "_mta-sts.example.net. 60 IN TXT \"v=STSv1; id=a1;\"",
            })
    void aRecordIsOneHoweverItIsWritten(String text) {
        var records = records(text);
        assertThat(records.sets()).hasSize(1);
        assertThat(records.sets().getFirst().texts()).containsExactly("v=STSv1; id=a1;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: STSv1\nmode: testing",
                "Mode = testing",
                "v=STSv1; id=1\nversion: STSv1\n",
                "```\n- mx: example.com",
                "hello",
                "name: value",
                "<html>"
            })
    void allElseIsAPolicy(String text) {
        assertThat(Pasted.of(text, Pasted.Kind.EITHER)).isEqualTo(new Pasted.PolicyText(text));
    }

    @Test
    void aPersonsWordGoesFirst() {
        assertThat(Pasted.of("v=STSv1; id=1", Pasted.Kind.POLICY)).isInstanceOf(Pasted.PolicyText.class);
        assertThat(Pasted.of("mode: testing", Pasted.Kind.RECORD))
                .isEqualTo(new Pasted.Records(List.of(new RecordSet("", List.of(List.of("mode: testing")))), 0));
        assertThat(Pasted.of("; nothing", Pasted.Kind.RECORD))
                .isEqualTo(new Pasted.Records(List.of(new RecordSet("", List.of())), 0));
    }

    @Test
    void everyNameIsJudgedByItself() {
        var records = records("""
            _mta-sts.example.com. TXT "v=STSv1; id=a1"
            _mta-sts.example.com. TXT "v=STSv1; id=a2"
            _mta-sts.example.net. TXT "v=STSv1; id=b1"
            example.net. TXT "v=spf1 -all"
            """);
        assertThat(records.sets().stream().map(RecordSet::owner))
                .containsExactly("_mta-sts.example.com.", "_mta-sts.example.net.");
        assertThat(records.sets().getFirst().texts()).hasSize(2);
        assertThat(records.elsewhere()).isEqualTo(1);
    }

    private static Pasted.Records records(String text) {
        return (Pasted.Records) Pasted.of(text, Pasted.Kind.EITHER);
    }
}
