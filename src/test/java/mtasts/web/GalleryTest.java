package mtasts.web;

import mtasts.Browser;
import mtasts.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class GalleryTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPartStandsInEveryViewAndLanguage(String language, Browser browser) {
        browser.fresh(language).open("/gallery").look("components." + language);
        browser.open("/gallery?next=waiting").look("components-waiting." + language);
        browser.page().locator("form:has(#name) button[type=submit]").click();
        browser.look("components-refused." + language);
    }
}
