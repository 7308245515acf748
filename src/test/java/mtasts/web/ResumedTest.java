package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import mtasts.ApplicationTest;
import mtasts.account.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@ApplicationTest
class ResumedTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TrialController trial;

    @BeforeEach
    void nothingWasDone() {
        trial.deeds.clear();
    }

    @Test
    void aFormThatCameThroughSignInIsShownAgainWithAllThatWasTyped() {
        assertThat(resumed("/trial/1").param("name", "<b>typed</b>").param("mx[0]", "mx1.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "You had been signed out. Nothing was saved yet: look it over and save again.",
                        "value=\"&lt;b&gt;typed&lt;/b&gt;\"",
                        "value=\"mx1.example.net\"");
        assertThat(trial.deeds).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtasts.resumed", "_mtasts.resumed", "!name", "form"})
    void nothingThatIsSentWithItMakesItGoThrough(String parameter) {
        assertThat(resumed("/trial/1").param("mx[0]", "x").param(parameter, "false"))
                .hasStatusOk();
        assertThat(trial.deeds).isEmpty();
    }

    @Test
    void aButtonThatCameThroughSignInIsNotPressed() {
        var answer = resumed("/trial/1/deed").exchange();

        assertThat(answer).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/trial/1");
        assertThat(answer).flash().containsEntry("flash", Flash.advice(Words.of("web.resumed.nothing-done")));
        assertThat(trial.deeds).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/theme", "/language", "/app.css"})
    void nothingElseIsDoneEither(String path) {
        assertThat(resumed(path).param("theme", "dark").param("language", "es"))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/")
                .cookies()
                .doesNotContainCookie("theme")
                .doesNotContainCookie("language");
    }

    @Test
    void withoutThatTheSameFormAndButtonWork() {
        assertThat(mvc.post()
                        .uri("/trial/1")
                        .with(csrf())
                        .with(As.administrator())
                        .param("name", "x"))
                .hasStatus(302)
                .flash()
                .containsEntry("flash", Flash.done(Words.of("gallery.removed", "x")));
        assertThat(mvc.post().uri("/trial/1/deed").with(csrf()).with(As.administrator()))
                .hasStatus(302);
        assertThat(trial.deeds).containsExactly("saved x null", "did 1");
    }

    private MockMvcRequestBuilder resumed(String path) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(As.administrator())
                .requestAttr(Resumed.ATTRIBUTE, Resumed.Why.SIGNED_OUT);
    }
}
