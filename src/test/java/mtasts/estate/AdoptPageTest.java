package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.FakeClock;
import mtasts.account.Guests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy that is up already is adopted in a browser. */
@BrowserTest
class AdoptPageTest {

    private static final String TEXT =
            "version: STSv1\nmode: testing\nmx: mx1.example.net\nmax_age: 604800\nowner: ä\n";

    @Autowired
    private Guests guests;

    @Autowired
    private FakeClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String stored() {
        return jdbc.sql("select text from policy_version").query(String.class).single();
    }

    private int versions() {
        return jdbc.sql("select count(*) from policy_version")
                .query(Integer.class)
                .single();
    }

    private static void choose(Browser browser, String text) {
        browser.page().setInputFiles("#file", new FilePayload("mta-sts.txt", "text/plain", text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whatComesOfItIsShownInEveryViewBeforeItIsSaved(String language, Browser browser) {
        guests.administrator(browser.fresh(language));
        browser.open("/domains/adopt?name=example.com").look("adopt." + language);
        browser.page().fill("#text", TEXT);
        browser.page().fill("#id", "v=STSv1; id=20240101T000000;");
        browser.page()
                .fill(
                        "#since",
                        LocalDate.ofInstant(clock.instant().minus(Duration.ofDays(3)), ZoneOffset.UTC)
                                .toString());
        browser.page()
                .waitForSelector(
                        "#judged input[name=seen]",
                        new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        browser.look("adopt-judged." + language);
        assertThat(versions()).isZero();

        browser.page().click("#judged button[type=submit]");

        assertThat(browser.page().url()).endsWith("/domains/example.com");
        browser.look("adopted." + language);
        assertThat(stored()).isEqualTo(TEXT.replace("\n", "\r\n"));
        browser.open("/domains/example.com/versions/1").look("adopted-version." + language);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsKeptToTheOctetWithAndWithoutScript(boolean script, Browser browser) {
        guests.administrator(browser.fresh("en", script));
        var text = "version: STSv1\r\nmode: enforce\nmx: mx1.example.net\nmax_age: 1209600\n";
        browser.open("/domains/adopt");
        browser.page().fill("#name", "example.com");
        browser.page().fill("#id", "2024a");
        choose(browser, text);
        if (script) {
            browser.page()
                    .waitForSelector(
                            "#judged input[name=seen]",
                            new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        } else {
            browser.press("Judge it");
            assertThat(versions()).isZero();
        }
        browser.press("Adopt as version 1");

        assertThat(stored()).isEqualTo(text);
    }

    @Test
    void nothingIsAdoptedThatWasNotShownAsItIs(Browser browser) {
        guests.administrator(browser.fresh("en", false));
        browser.open("/domains/adopt");
        browser.page().fill("#name", "example.com");
        browser.page().fill("#text", TEXT);
        browser.page().fill("#id", "2024a");
        browser.page().check("input[value=lf]");
        browser.press("Judge it");
        browser.page().fill("#id", "2024b");
        browser.press("Adopt as version 1");
        assertThat(versions()).isZero();
        browser.press("Adopt as version 1");
        assertThat(stored()).isEqualTo(TEXT);
    }

    @Test
    void whatNoSenderCanFollowIsSavedAsADraftAndSaid(Browser browser) {
        guests.administrator(browser.fresh("en", false));
        browser.open("/domains/adopt");
        browser.page().fill("#name", "https://mta-sts.example.com/.well-known/mta-sts.txt");
        browser.page().fill("#text", TEXT.replace("mx1.", "mx_1."));
        browser.page().fill("#id", "2024a");
        browser.press("Judge it");
        browser.press("Judge it");
        assertThat(browser.page().url()).endsWith("/domains/adopt");
        assertThat(browser.text()).contains("kept in the note of the draft", "The findings here are about this text");
        browser.press("Save as a draft");

        assertThat(browser.page().url()).endsWith("/domains/example.com/policy");
        assertThat(browser.text()).contains("Nothing was adopted for example.com");
        assertThat(browser.page().locator("#note").inputValue())
                .isEqualTo("id: 2024a\n\n" + TEXT.replace("mx1.", "mx_1.").strip());
        assertThat(versions()).isZero();
    }

    @Test
    void whatCannotBeTakenIsSaidAtItsFields(Browser browser) {
        guests.administrator(browser.fresh("en", false));
        browser.open("/domains/adopt");
        browser.page().fill("#name", "example.com");
        browser.page().setInputFiles("#file", new FilePayload("mta-sts.txt", "text/plain", new byte[] {(byte) 0xff, 1
        }));
        browser.page().fill("#since", "2999-01-01");
        browser.page().fill("#id", "a-b");
        browser.press("Judge it");

        assertThat(browser.text())
                .contains(
                        "This is no text that can be kept as it is", "This day has not come yet", "An id has 1 to 32");
        assertThat(versions()).isZero();
    }
}
