package mtasts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the small scripts add, and that nothing is missing without them. */
@BrowserTest
class ScriptsTest {

    @Autowired
    Guests guests;

    @Autowired
    TrialController trial;

    @BeforeEach
    void nothingWasDone() {
        trial.deeds.clear();
    }

    @Test
    void aCopyButtonCopiesTheWholeValueAndSaysSo(Browser browser) {
        var page = browser.open("/gallery").page();
        page.locator("button[data-copy=sts-value]").click();

        assertThat(page.locator("#said")).hasText("Copied");
        assertThat(page.locator("button[data-copy=sts-value] .copy-word")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("v=STSv1; id=20260312140530x4tb");
    }

    @Test
    void withoutScriptThereAreNoCopyButtonsAndAllElseWorks(Browser browser) {
        browser.fresh("es", false);
        guests.administrator(browser);
        var page = browser.open("/gallery").page();
        assertThat(page.locator("button[data-copy]").first()).isHidden();

        browser.open("/trial/1");
        browser.type("Nombre", "<i>x</i>");
        browser.press("Añadirlo y publicar");
        assertThat(page.locator(".flash")).containsText("<i>x</i> ya no está en la lista.");

        page.locator(".bar summary").first().click();
        browser.press("Oscuro");
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.locator(".bar summary").first().click();
        browser.press("Como el sistema");
        assertThat(page.locator("html[data-bs-theme]")).hasCount(0);
    }

    @Test
    void theThemeFollowsTheSystemUntilOneIsChosen(Browser browser) {
        guests.administrator(browser);
        var page = browser.open("/trial/1").dark(true).page();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        browser.dark(false);
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");

        page.locator(".bar summary").first().click();
        browser.press("Dark");
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(page.url()).endsWith("/trial/1");
    }

    @Test
    void aMenuClosesByEscapeByAClickBesideItAndWhenItIsLeft(Browser browser) {
        var page = browser.open("/gallery").page();
        var menu = page.locator(".bar details.menu").first();
        var summary = menu.locator("summary");

        summary.click();
        assertThat(menu).hasAttribute("open", "");
        page.keyboard().press("Escape");
        assertThat(page.locator(".bar details.menu[open]")).hasCount(0);
        assertThat(summary).isFocused();

        summary.click();
        page.locator("h1").click();
        assertThat(page.locator(".bar details.menu[open]")).hasCount(0);

        summary.click();
        page.locator("#name").focus();
        assertThat(page.locator(".bar details.menu[open]")).hasCount(0);
    }

    @Test
    void aDoubleClickSendsAFormOnce(Browser browser) {
        guests.administrator(browser);
        var page = browser.open("/trial/1").page();
        page.evaluate("""
            () => {
              const button = document.querySelector("main form:last-of-type button");
              button.click();
              button.click();
              button.click();
            }\
            """);
        page.waitForURL("**/trial/1?done");

        assertThat(trial.deeds).containsExactly("did 1");
    }

    @Test
    void everythingIsReachedByKeyboardAlone(Browser browser) {
        var page = browser.open("/gallery").page();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#main");

        page.locator(".bar details.menu summary").first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("As the system");
    }

    @Test
    void theLanguageIsSwitchedOnTheSamePageSignedInOrNot(Browser browser) {
        var page = browser.open("/help?x=1").page();
        browser.press("Español");
        assertThat(page.locator("h1")).hasText("Las palabras y las dos semanas");
        assertThat(page.url()).endsWith("/help?x=1");

        guests.administrator(browser);
        browser.open("/trial/1");
        browser.press("English");
        assertThat(heading(page.locator("main"))).hasText("Form");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFormSentAfterTheSessionEndedComesBackWithAllThatWasTyped(boolean script, Browser browser) {
        guests.administrator(browser.fresh("en", script));
        var page = browser.open("/trial/1").page();
        browser.type("Name", "<b>typed</b>");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
        browser.press("Add it and publish");

        guests.signInHere(browser);
        assertThat(page.locator(".problems"))
                .hasText("You had been signed out. Nothing was saved yet: look it over and save again.");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("<b>typed</b>");
        assertThat(page).hasURL(Pattern.compile(script ? ".*/trial/1$" : ".*/sign-in$"));
        assertThat(trial.deeds).isEmpty();

        browser.press("Add it and publish");
        assertThat(page.locator(".flash")).containsText("<b>typed</b> is no longer listed.");
        assertThat(trial.deeds).containsExactly("saved <b>typed</b> []");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inAnotherLanguageAFormStillHoldsWhatWasTyped(boolean script, Browser browser) {
        guests.administrator(browser.fresh("en", script));
        var page = browser.open("/domains/new").page();
        page.locator("#name").fill("example.org");
        page.locator("#hosts").fill("mx1.example.org");
        page.locator("#note").fill("typed, not saved");
        browser.press("Español");

        assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(page.locator("#name")).hasValue("example.org");
        assertThat(page.locator("#hosts")).hasValue("mx1.example.org");
        assertThat(page.locator("#note")).hasValue("typed, not saved");
        assertThat(page.locator(".problems")).hasText("Lo que escribió sigue aquí, y todavía no se ha guardado.");
        assertThat(page).hasURL(Pattern.compile(script ? ".*:[0-9]+/domains/new$" : ".*/language/es/domains/new$"));

        browser.press("English");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#note")).hasValue("typed, not saved");
        page.navigate(page.url());
        assertThat(page).hasURL(Pattern.compile(".*/domains/new$"));
    }

    @Test
    void inAnotherThemeAFormStillHoldsWhatWasTypedWhicheverItIs(Browser browser) {
        guests.administrator(browser);
        var page = browser.open("/account").page();
        page.locator("#displayName").fill("Ada the second");
        page.locator(".bar summary").first().click();
        browser.press("Dark");

        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(page.locator("#displayName")).hasValue("Ada the second");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inAnotherLanguageWhatIsCarriedThroughSignInIsStillThere(boolean script, Browser browser) {
        guests.administrator(browser.fresh("en", script));
        var page = browser.open("/trial/1").page();
        browser.type("Name", "typed");
        page.context().clearCookies();
        browser.press("Add it and publish");
        browser.press("Español");
        assertThat(page.locator("html")).hasAttribute("lang", "es");

        guests.signInHere(browser);
        assertThat(page.getByLabel("Nombre", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("typed");
        assertThat(trial.deeds).isEmpty();
    }

    private static Locator heading(Locator within) {
        return within.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1));
    }
}
