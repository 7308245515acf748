package mtasts.validator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import mtasts.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What anybody may send to the page, and how much comes of it. */
@ApplicationTest
class ValidatorBoundsTest {

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult validate(String text, String... headers) {
        var request = mvc.post().uri("/validator").param("text", text).with(csrf());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "x\n", "mx:\n", "mx: <b>\n", "\"v=STSv1\"\n", "a TXT \"v=STSv1\"\n", "v=STSv1\n", ";;"})
    void aPageOfAHostileTextCanStillBeLookedThrough(String part) throws Exception {
        var answer = validate(part.repeat(64_000 / part.length()));
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentAsString().length()).isLessThan(1_000_000);
    }

    @Test
    void whatWasPastedIsShownAsText() throws Exception {
        var page = validate("<script>alert(1)</script>: \"'&").getResponse().getContentAsString();
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void whoSendsTooOftenIsToldWhenToTryAgainAndKeepsTheText() throws Exception {
        for (int sent = 0; sent < 60; sent++) {
            assertThat(validate("mode: testing", "HX-Request", "true")).hasStatusOk();
        }
        var refused = validate("mode: mine");
        assertThat(refused).hasStatus(429).headers().hasValue("Retry-After", "1");
        assertThat(refused.getResponse().getContentAsString())
                .contains("Try again in a second")
                .contains("mode: mine");
        assertThat(validate("mode: testing", "HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Try again in a second");
    }

    private MvcTestResult upload(byte[] octets) {
        return mvc.post()
                .uri("/validator")
                .multipart()
                .file(new MockMultipartFile("file", "mta-sts.txt", "text/plain", octets))
                .param("text", "mode: pasted")
                .with(csrf())
                .exchange();
    }

    @Test
    void whoSendsNothingIsToldWhatToSend() {
        assertThat(validate(" ")).hasStatusOk().bodyText().contains("There is nothing to validate yet");
        assertThat(validate(" ", "HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("There is nothing to validate yet");
    }

    @Test
    void aFileIsJudgedInTheSteadOfWhatWasPastedAndShown() {
        assertThat(upload(CorrectionTest.GOOD.getBytes(UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("Senders take this policy", "mx: a.example.com\r\n")
                .doesNotContain("mode: pasted");
        assertThat(upload("v=STSv1; id=a1".getBytes(UTF_8))).bodyText().contains("Senders take this record");
        assertThat(upload("version: STSv1\nmx: a\u00e9".getBytes(ISO_8859_1)))
                .bodyText()
                .contains("The octet 0xE9 is not UTF-8");
        assertThat(upload("x".repeat(70_000).getBytes(UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("The policy has 70000 octets");
    }

    @Test
    void whatIsTooMuchIsToldOnThePage() throws Exception {
        for (var refused : List.of(upload(new byte[1024 * 1024 + 1]), validate("x".repeat(1024 * 1024 + 1)))) {
            assertThat(refused).hasStatus(413).bodyText().contains("This is more than 1 MB", "<main id=\"main\"");
            assertThat(refused.getResponse().getContentAsString().length()).isLessThan(100_000);
        }
        assertThat(validate("x".repeat(1024 * 1024 + 1), "HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("This is more than 1 MB");
        assertThat(validate("x".repeat(1024 * 1024))).hasStatusOk().bodyText().contains("octets, more than 65536");
    }

    @Test
    void severalPoliciesHaveAHeadingEachAndNoMoreThanCanBeLookedThrough() {
        assertThat(validate(CorrectionTest.GOOD.repeat(25)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Policy 1 of 25, from line 1",
                        "Policy 20 of 25, from line 96",
                        "5 more policies are not judged")
                .doesNotContain("Policy 21");
    }

    @Test
    void whileTypingTheResultAloneComes() {
        assertThat(validate("mode: testing", "HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("policy.version")
                .doesNotContain("<main");
    }
}
