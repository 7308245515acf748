package mtasts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Help and error pages, seen. */
@BrowserTest
class FrameLooksTest {

    @Autowired
    Guests guests;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void helpIsThereForEverybody(String language, Browser browser) {
        browser.fresh(language).open("/help").look("help." + language);
        assertThat(browser.page().locator(".nav-main")).hasCount(0);
        guests.reader(browser);
        browser.open("/help");
        assertThat(browser.page().locator(".nav-main a")).hasCount(4);
    }

    @Test
    void errorPagesSayWhatToDo(Browser browser) {
        guests.administrator(browser.fresh("es"));
        browser.expecting(404).open("/no/such/page").look("failure-404.es");
        browser.expecting(500).open("/trial/fails/otherwise").look("failure-500.es");
        assertThat(browser.text()).doesNotContain("secret", "Exception");
        browser.expecting(503).open("/trial/fails/database").look("failure-503.es");
    }

    @Test
    void aReaderSeesNoButtonThatChangesAnything(Browser browser) {
        var page = browser.open("/gallery?reader").page();
        assertThat(page.locator(".next-act form, .next-act .btn, .finding .btn, .flash .btn, .nothing .btn"))
                .hasCount(0);
        assertThat(page.locator(".next-act a")).hasText("See all the evidence");
        browser.look("components-reader.en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theMenusAreOpenToEverybody(String language, Browser browser) {
        guests.administrator(browser.fresh(language));
        browser.open("/help");
        browser.page().evaluate("document.querySelectorAll('details.menu').forEach(menu => menu.open = true)");
        browser.look("menu." + language);
    }

    @Test
    void onPaperThereIsWhatIsReadAndNothingToPress(Browser browser) {
        var page = browser.dark(true).open("/gallery").page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".btn, .copy, .nav-main, .bar-find, .foot")
                        .filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        assertThat(page.locator("body")).hasCSS("color", "rgb(21, 32, 31)");
        assertThat(page.locator(".rail").first()).isVisible();
    }
}
