package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import mtasts.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Test
    void whileTypingTheResultAloneComes() {
        assertThat(validate("mode: testing", "HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("policy.version")
                .doesNotContain("<main");
    }
}
