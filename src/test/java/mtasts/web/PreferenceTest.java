package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import mtasts.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@ApplicationTest
class PreferenceTest {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, en", "-, 'es-MX,es;q=0.9', es", "-, 'de,fr;q=0.9,es;q=0.8,en;q=0.7', es", "-, 'de,fr', en",
                "en, es, en", "es, en, es", "xx, es, es", "<script>, en, en"
            })
    void theLanguageIsTheCookiesElseWhatTheBrowserAsksFor(String cookie, String accepted, String language) {
        var request = mvc.get().uri("/help");
        if (cookie != null) {
            request.cookie(new Cookie("language", cookie));
        }
        if (accepted != null) {
            request.header(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        }
        assertThat(request).hasStatusOk().bodyText().contains("<html lang=\"" + language + "\"");
    }

    @Test
    void everyPageTellsTheVersionThatWasBuilt() throws Exception {
        var project = Files.readString(Path.of("pom.xml"));
        var version =
                project.replaceFirst("(?s).*?<artifactId>mta-sts-admin</artifactId>\\s*<version>([^<]+)<.*", "$1");
        assertThat(version).matches("[0-9][\\w.-]*");
        assertThat(mvc.get().uri("/help")).bodyText().contains("MTA-STS Admin " + version + "</span>");
    }

    @Test
    void switchingTheLanguageReturnsToTheSamePageWithoutASession() {
        var answer = mvc.post()
                .uri("/language")
                .with(csrf())
                .param("language", "es")
                .param("return", "/help?x=%7B1%7D#weeks")
                .exchange();

        assertThat(answer).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/help?x=%7B1%7D#weeks");
        assertThat(answer)
                .cookies()
                .hasValue("language", "es")
                .isHttpOnly("language", true)
                .hasPath("language", "/");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nX: y"
            })
    void nobodyIsLedAway(String elsewhere) {
        assertThat(posted("/language", "language", "es").param("return", elsewhere))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/");
        assertThat(posted("/theme", "theme", "dark").param("return", elsewhere)).hasHeader(HttpHeaders.LOCATION, "/");
    }

    @ParameterizedTest
    @CsvSource({"/language, language, de", "/language, language, ''", "/theme, theme, blue", "/theme, theme, '\"><b>'"})
    void whatIsNotOfferedIsRefused(String path, String name, String value) {
        assertThat(posted(path, name, value)).hasStatus(400);
    }

    @Test
    void aChosenThemeIsWrittenByTheServerAndTheSystemsIsNot() {
        assertThat(mvc.get().uri("/help").cookie(new Cookie("theme", "dark")))
                .bodyText()
                .contains("<html lang=\"en\" data-bs-theme=\"dark\">");
        for (var value : new String[] {"system", "blue", "\"><script>"}) {
            assertThat(mvc.get().uri("/help").cookie(new Cookie("theme", value)))
                    .bodyText()
                    .doesNotContain("data-bs-theme=");
        }
        assertThat(posted("/theme", "theme", "dark")).cookies().hasValue("theme", "dark");
    }

    private MockMvcRequestBuilder posted(String path, String name, String value) {
        return mvc.post().uri(path).with(csrf()).param(name, value);
    }
}
