package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put right without asking, and what is left to a person. */
class CorrectionTest {

    static final String GOOD =
            "version: STSv1\r\nmode: testing\r\nmx: a.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffversion: STSv1\nmode: testing\nmx: a.example.com\nmx: *.example.net\nmax_age: 604800\n",
                "version: STSv1\rmode: testing\rmx: a.example.com\rmx: *.example.net\rmax_age: 604800\r",
                "version: STSv1\n\n mode: testing\nmx : a.example.com\n\tmx: *.example.net\nmax_age: 604800\n\n",
                "Version: stsv1\nMODE: Testing\nMX: a.example.com\nMx: *.example.net\nMax-Age: 604800",
                "version=STSv1\nmode=testing\nmx=a.example.com\nmx=*.example.net\nmax_age=604800",
                "version STSv1\nmode testing\nmx a.example.com\nmx *.example.net\nmax_age 604800",
                "version: STSv1\nmode: testing\nmx: a.example.com., *.example.net.\nmax_age: 604,800",
                "version: STSv1\nmode: testing\nmx: https://a.example.com/\nmx: *.example.net:25\nmax_age: \"604800\"",
                "version: STSv1;\nmode: testing;\nmx: a.example.com;\nmx: *.example.net;\nmax_age: 604800;",
                "```\nversion: STSv1\nmode: testing\nmx: a.example.com\nmx: *.example.net\nmax_age: 604800\n```",
                "- version: STSv1\n- mode: testing\n- mx: a.example.com\n- mx: *.example.net\n- max_age: 604800",
                "> version: STSv1\n> mode: testing\n> mx: a.example.com\n> mx: *.example.net\n> max_age: 604800",
                "\"version: STSv1\",\n"
                        + "\"mode: testing\",\n"
                        + "\"mx: a.example.com\",\n"
                        + "\"mx: *.example.net\",\n"
                        + "\"max_age: 604800\"",
                "<!DOCTYPE html><html><body><pre>version: STSv1<br>mode: testing<br/>mx: a.example.com<br>mx:"
                        + " *.example.net<br>max_age: 604800</pre></body></html>",
                "version: STSv1 mode: testing mx: a.example.com mx: *.example.net max_age: 604800",
                "version: STSv1\\nmode: testing\\nmx: a.example.com\\nmx: *.example.net\\nmax_age: 604800\\n",
                "# ours\n"
                        + "version: STSv1\n"
                        + "mode: testing # for now\n"
                        + "mx: a.example.com\n"
                        + "mx: *.example.net\n"
                        + "max_age: 604800 // a week",
                "mode: testing\nversion: STSv1\nmx: a.example.com\nmx: *.example.net\nmax_age: 604800",
                "mode: testing\nmx: a.example.com\nmx: *.example.net\nmx: a.example.com\nmax_age: 604800",
                "v=STSv1; id=1\nversion: STSv1\nmode: testing\nmx: a.example.com\nmx: *.example.net\nmax_age: 604800",
                "version: STSv1\nmode: testing\nmx: 10 a.example.com.\nmx: *.example.net\u200b\nmax_age:\u00a0604800",
            })
    void whatIsCertainBecomesAPolicyThatSendersTake(String text) {
        var corrected = PolicyCorrection.of(text).orElseThrow();
        assertThat(corrected.text()).isEqualTo(GOOD);
        assertThat(corrected.taken()).isTrue();
        assertThat(corrected.left()).isEmpty();
        assertThat(corrected.done()).isNotEmpty();
    }

    @Test
    void aNameInItsOwnScriptIsWrittenAsDnsHasIt() {
        assertThat(PolicyCorrection.of("version: STSv1\nmode: testing\nmx: mx.münchen.example\nmax_age: 604800")
                        .orElseThrow()
                        .text())
                .contains("mx: mx.xn--mnchen-3ya.example\r\n");
    }

    @Test
    void aPolicyThatIsGoodIsLeftAlone() {
        assertThat(PolicyCorrection.of(GOOD)).isEmpty();
        assertThat(PolicyCorrection.of(GOOD.replace("\r\n", "\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "", "reporting"})
    void aModeIsNeverMadeUp(String mode) {
        var text = "Version: STSv1\nmode: %s\nmx: a.example\nmax_age: 604800".formatted(mode);
        var corrected = PolicyCorrection.of(text).orElseThrow();
        assertThat(corrected.text().lines()).contains(("mode: " + mode));
        assertThat(corrected.taken()).isFalse();
        assertThat(corrected.left()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enforced", "enforse", "testin"})
    void aModeThatMayHoldMailBackOrIsMisspeltBecomesTesting(String mode) {
        var text = "version: STSv1\nmode: %s\nmx: a.example.com\nmx: *.example.net\nmax_age: 604800".formatted(mode);
        var corrected = PolicyCorrection.of(text).orElseThrow();
        assertThat(corrected.text()).isEqualTo(GOOD);
        assertThat(corrected.taken()).isTrue();
    }

    @Test
    void thatTestingIsWrittenForEnforcedIsSaid() {
        var corrected = PolicyCorrection.of("version: STSv1\nmode: enforced\nmx: a.example.com\nmax_age: 604800");
        assertThat(corrected.orElseThrow().done())
                .containsExactly(Words.of("validator.mended", Mend.MODE_TESTING.words(), 1, List.of(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1w", "604800s", "7 days", "168h"})
    void aUnitIsCountedInSeconds(String age) {
        var text = "version: STSv1\nmode: testing\nmx: a.example.com\nmx: *.example.net\nmax_age: %s".formatted(age);
        assertThat(PolicyCorrection.of(text).orElseThrow().text()).isEqualTo(GOOD);
    }

    @Test
    void aSlipInTheNameOfAFieldIsPutRightUnlessTheFieldIsThere() {
        var text = "version: STSv1\nmode: testing\nmx: a.example.com\nnmx: *.example.net.\nmax_ages: 604800";
        assertThat(PolicyCorrection.of(text).orElseThrow().text()).isEqualTo(GOOD);
        assertThat(PolicyCorrection.of(GOOD.replace("\r\n", " \r\n") + "mod: enforce")
                        .orElseThrow()
                        .text())
                .isEqualTo(GOOD + "mod: enforce\r\n");
    }

    @Test
    void whatIsLeftToAPersonIsNamedWhetherSendersTakeTheTextOrNot() {
        var dangerous = PolicyCorrection.of("version: STSv1\n\nmode: testing\nmx: *.mx.microsoft\nmax_age: 3600");
        assertThat(dangerous.orElseThrow().taken()).isTrue();
        assertThat(dangerous.orElseThrow().left())
                .containsExactly(
                        Words.of("finding.policy.mx.depth.microsoft.what", "*.mx.microsoft"),
                        Words.of("finding.policy.max-age.google.what", "3600"));
        var refused = PolicyCorrection.of("Version: STSv1\nmode: on\nmx: a.example\nmax_age: 3600");
        assertThat(refused.orElseThrow().taken()).isFalse();
        assertThat(refused.orElseThrow().left()).containsExactly(Words.of("finding.policy.mode.value.what", "on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999", "604800.5", "soon", "1 month"})
    void aLengthOfTimeIsNeverMadeUp(String age) {
        var text = "Version: STSv1\nmode: testing\nmx: a.example\nmax_age: %s".formatted(age);
        assertThat(PolicyCorrection.of(text).orElseThrow().text().lines()).contains("max_age: " + age);
    }

    @Test
    void whatIsMissingStaysMissing() {
        assertThat(PolicyCorrection.of("Version: STSv1").orElseThrow().text()).isEqualTo("version: STSv1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx: postmaster@example.com", "mx: mx_1.example.com", "mx: a.example, b c_d"})
    void aHostThatCouldBeAnotherStays(String line) {
        var text = "Version: STSv1\nmode: testing\n%s\nmax_age: 604800".formatted(line);
        assertThat(PolicyCorrection.of(text).orElseThrow().text()).contains(line);
    }

    @Test
    void twoDifferentAnswersStayTwo() {
        var corrected =
                PolicyCorrection.of("Version: STSv1\nmode: testing\nmode: enforce\nmx: a.example\nmax_age: 604800");
        assertThat(corrected.orElseThrow().text()).contains("mode: testing\r\nmode: enforce\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><head><title>404</title></head></html>", "name: value"})
    void whatIsNoPolicyIsNotMadeOne(String text) {
        assertThat(PolicyCorrection.of(text)).isEmpty();
    }

    @Test
    void itIsSaidWhatWasDoneAndWhere() {
        var corrected = PolicyCorrection.of("Version: STSv1\n\nmode: testing\n\nmx: a.example\nmax_age: 604800");
        assertThat(corrected.orElseThrow().done())
                .containsExactly(
                        Words.of("validator.mended", Mend.BLANK.words(), 2, List.of(2, 4)),
                        Words.of("validator.mended", Mend.FIELD_NAME.words(), 1, List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=stsv1; id=a1",
                "V = STSv1; id=a1",
                "\"v=STSv1; id=a1\"",
                "v=STSv1 id=a1",
                "v=STSv1 ; id=a1",
                "v=STSv1;; id=a1",
                "v=STSv1; ID=a1",
                " v=STSv1; id=a1 "
            })
    void aRecordIsPutRightToo(String record) {
        var corrected = RecordCorrection.of(record).orElseThrow();
        assertThat(corrected.text()).matches("v=STSv1; ?id=a1");
        assertThat(corrected.taken()).isTrue();
        assertThat(corrected.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv1; id=a1", "v=STSv1;", "v=spf1 -all", "v=STSv1; id=2026-01-01", ""})
    void anIdIsNeverMadeUp(String record) {
        assertThat(RecordCorrection.of(record)).isEmpty();
    }

    /** Texts that make a careless pattern take hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                ";",
                "\"",
                "<",
                "<b ",
                "mx:",
                "mx:a ",
                "(",
                "mode",
                "version: ",
                "- ",
                "\\n",
                "1",
                "'",
                ",",
                "a;",
                "\" a",
                "version:\n",
                "version:\nmode:\n",
                "CNAME a\n"
            })
    @Timeout(20)
    void aHostileTextTakesNoLongerThanAnother(String part) {
        for (var text :
                List.of(part.repeat(64_000 / part.length()), "mode: a" + part.repeat(64_000 / part.length()) + "b")) {
            assertThat(Verdict.ofPolicy(text).mark()).isEqualTo(Mark.INVALID);
            assertThat(PastedRecords.read(text).sets().stream().map(Verdict::ofRecords))
                    .allMatch(verdict -> verdict.mark() == Mark.INVALID);
            assertThat(Pasted.of(text, Pasted.Kind.EITHER)).isNotNull();
        }
    }
}
