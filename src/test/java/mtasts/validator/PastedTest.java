package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mtasts.web.Mark;
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
        assertThat(Pasted.of(text, Pasted.Kind.EITHER))
                .isEqualTo(new Pasted.Policies(List.of(new Pasted.PolicyText(text, 1))));
    }

    @Test
    void aPersonsWordGoesFirst() {
        assertThat(Pasted.of("v=STSv1; id=1", Pasted.Kind.POLICY)).isInstanceOf(Pasted.Policies.class);
        assertThat(Pasted.of("mode: testing", Pasted.Kind.RECORD))
                .isEqualTo(new Pasted.Records(
                        List.of(new RecordSet("", List.of(List.of("mode: testing")))), List.of(), 0, 0));
        assertThat(Pasted.of("; nothing", Pasted.Kind.RECORD))
                .isEqualTo(new Pasted.Records(List.of(new RecordSet("", List.of())), List.of(), 0, 0));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_mta-sts.c.example. 300 IN CNAME _mta-sts.p.example.",
                "_MTA-STS.c.example. CNAME _mta-sts.p.example. ; theirs",
                "_mta-sts.c.example. is an alias for _mta-sts.p.example.",
                "_mta-sts.c.example.\tcanonical name = _mta-sts.p.example.",
            })
    void aNameThatLeadsToAnotherIsRead(String text) {
        var records = records(text);
        assertThat(records.aliases()).containsExactly(new Alias("_mta-sts.c.example.", "_mta-sts.p.example."));
        assertThat(records.sets()).isEmpty();
        assertThat(records.elsewhere() + records.unread()).isZero();
    }

    @Test
    void whatIsNotJudgedIsCounted() {
        var records = records("""
            _mta-sts.example.com. TXT "v=STSv1; id=a1"
            mta-sts.example.com. CNAME sts.example.net.
            mta-sts.example.com. A 192.0.2.1
            """);
        assertThat(records.elsewhere()).isEqualTo(1);
        assertThat(records.unread()).isEqualTo(1);
    }

    @Test
    void aNameWithACnameRecordHasNothingElse() {
        var records = records("""
            _mta-sts.a.example. CNAME _mta-sts.p.example.
            _mta-sts.p.example. TXT "v=STSv1; id=a1"
            _mta-sts.b.example. CNAME _mta-sts.q.example.
            _mta-sts.b.example. TXT "v=STSv1; id=a1"
            _mta-sts.c.example. CNAME _mta-sts.q.example.
            """);
        assertThat(records.aliases().stream()
                        .map(alias -> Verdict.ofAlias(alias, records).mark()))
                .containsExactly(Mark.OK, Mark.INVALID, Mark.UNKNOWN);
    }

    @Test
    void policiesBelowEachOtherAreJudgedEachByItself() {
        var first = "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800 \n";
        var second = "Version = STSv1\nmode: enforce\nmx: b.example\nmax_age: 604800";
        assertThat(Pasted.of(first + "\n\n" + second, Pasted.Kind.EITHER))
                .isEqualTo(new Pasted.Policies(
                        List.of(new Pasted.PolicyText(first, 1), new Pasted.PolicyText(second, 7))));
        assertThat(PolicyTexts.of(first.repeat(25))).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\nversion: STSv1\n",
                "version: STSv1\nversion: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\n",
                "mode: testing\nversion: STSv1\nmx: a.example\nmax_age: 604800\n",
                "version: STSv1\nmode: testing\nmode: none\n",
            })
    void aLineThatStandsTwiceIsNoOtherPolicy(String text) {
        assertThat(PolicyTexts.of(text)).containsExactly(new Pasted.PolicyText(text, 1));
    }

    private static Pasted.Records records(String text) {
        return (Pasted.Records) Pasted.of(text, Pasted.Kind.EITHER);
    }
}
