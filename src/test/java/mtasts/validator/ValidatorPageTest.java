package mtasts.validator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page for everybody, in a real browser. */
@BrowserTest
class ValidatorPageTest {

    @Autowired
    Guests guests;

    @ParameterizedTest
    @CsvSource({
        "en, Validate, Policy or record, Senders refuse this policy, Senders take this record, Corrected text",
        "es, Validar, Política o registro, Los remitentes rechazan esta política, Los remitentes aceptan este registro,"
                + " Texto corregido"
    })
    void itTeachesJudgesAndCorrects(
            String language, String button, String label, String refused, String taken, String meant, Browser browser) {
        browser.fresh(language).open("/validator").look("validator-empty-" + language);

        browser.type(label, "Version: STSv1\n\nmode: enforced\nmx: mx.example.com.\nmax_age: 604800\n");
        browser.press(button);
        assertThat(browser.page().locator("#result h2")).hasText(refused);
        assertThat(browser.page().locator("#result h3").first()).hasText(meant);
        assertThat(browser.page().locator("#corrected-0"))
                .hasText("version: STSv1\nmode: testing\nmx: mx.example.com\nmax_age: 604800");
        assertThat(browser.page().locator(".listing .l.invalid")).hasCount(3);
        browser.look("validator-policy-" + language);

        browser.type(label, "_mta-sts.example.com. 3600 IN TXT \"v=STSv1; id=20260312\"");
        browser.press(button);
        assertThat(browser.page().locator("#result h2")).hasText(taken);
        browser.look("validator-record-" + language);
    }

    @Test
    void itWorksWithoutScript(Browser browser) {
        browser.fresh("en", false).open("/validator").type("Policy or record", "v=STSv1; id=1");
        browser.press("Validate");
        assertThat(browser.page().locator("#result h2")).hasText("Senders take this record");
    }

    @Test
    void whileTypingTheResultComesByItselfAndTheTextStays(Browser browser) {
        browser.open("/validator").type("Policy or record", "v=STSv1 id=2026-03-12");
        assertThat(browser.page().locator("#result h2")).hasText("Senders find no record here");
        assertThat(browser.page().locator("#said")).containsText("Senders find no record here");

        browser.page()
                .getByLabel("Policy", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(browser.page().locator("#result h2")).hasText("Senders refuse this policy");

        browser.press("Español");
        assertThat(browser.page().locator("#result h2")).hasText("Los remitentes rechazan esta política");
        assertThat(browser.page().locator("#text")).hasValue("v=STSv1 id=2026-03-12");
    }

    @Test
    void theExamplesShowWhatGoesWrongMostOften(Browser browser) {
        browser.open("/validator").follow("Try one with six mistakes");
        assertThat(browser.page().locator(".finding")).hasCount(6);
        browser.look("validator-example");
        browser.open("/validator").follow("Try one with two mistakes");
        assertThat(browser.page().locator(".finding")).hasCount(2);
    }

    @Test
    void itIsInTheMenuAndWithinReachOfAVisitor(Browser browser) {
        guests.administrator(browser);
        browser.follow("Validator");
        assertThat(browser.page().locator(".nav-main [aria-current]")).hasText("Validator");
        browser.look("validator-signed-in");

        browser.fresh("en").open("/sign-in").follow("Check a policy or a record without an account");
        browser.follow("Sign in");
        browser.follow("Validator");
        assertThat(browser.page().url()).endsWith("/validator");
        assertThat(browser.page().context().cookies()).noneMatch(cookie -> cookie.name.equals("session"));
    }
}
