package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.domain.Place;
import mtasts.policy.Confirming;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Standing;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.web.InstallationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The first page, the page of one domain and those of its promotion, as a reader's browser has them. */
@BrowserTest
class EstatePagesTest extends WithPublished {

    private static final DomainName HELD = DomainName.of("shop.example.org");
    private static final DomainName DUE = DomainName.of("bakery.example.net");
    private static final DomainName QUIET = DomainName.of("quiet.example.org");
    private static final DomainName AWAY = DomainName.of("away.example.org");

    @Autowired
    private Guests guests;

    @Autowired
    private Confirming confirming;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageStandsInEveryViewAndLanguage(String language, Browser browser) {
        guests.administrator(browser.fresh(language));
        browser.open("/").look("start." + language);
        story();
        browser.open("/").look("overview." + language);
        browser.open("/domains/example.com").look("domain." + language);
        browser.open("/domains/shop.example.org").look("domain-held." + language);
        browser.open("/domains/away.example.org").look("domain-away." + language);
        browser.open("/domains/away.example.org/remove").look("remove-never-up." + language);
        browser.open("/domains/quiet.example.org").look("domain-no-mail." + language);
        browser.open("/domains/quiet.example.org/promote").look("promote-no-mail." + language);
        browser.open("/domains/example.com/promote").look("promote." + language);
        browser.open("/domains/bakery.example.net/promote").look("promote-ready." + language);
        browser.open("/domains/shop.example.org/back-to-testing").look("back." + language);
        browser.expecting(404).open("/domains/unknown.example").look("unknown." + language);
    }

    @Test
    void promotingIsThreeTicksAndOneClickWithoutScriptToo(Browser browser) {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        guests.administrator(browser.fresh("en", false));
        browser.open("/domains/example.com/promote");
        for (var tick : new String[] {"live", "reports", "hosts"}) {
            browser.page().locator("#" + tick).check();
        }
        browser.press("Promote to enforce");

        assertThat(browser.text()).contains("example.com is in enforce from version 2 on.");
        assertThat(current()).map(PolicyVersion::mode).contains(Mode.ENFORCE);
    }

    @Test
    void goingBackIsOneClickOnThePageThatSaysWhatItDoes(Browser browser) {
        testing("mx1.example.net");
        pass(Duration.ofDays(20));
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        pass(Duration.ofDays(1));
        guests.administrator(browser);
        browser.open("/domains/example.com").follow("Back to testing");
        browser.press("Back to testing");

        assertThat(browser.text()).contains("example.com is in testing again, from version 3 on.");
        assertThat(current()).map(PolicyVersion::mode).contains(Mode.TESTING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDraftThatIsBeingTypedIsStillThereInAnotherLanguage(boolean script, Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser.fresh("en", script));
        var page = browser.open("/domains/example.com/policy").page();
        browser.press("Add a line");
        page.locator("#mx2").fill("mx2.typed.example");
        browser.press("Español");

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
        assertThat(page.locator("#mx2").inputValue()).isEqualTo("mx2.typed.example");
        if (script) {
            browser.look("editor-drawn-anew.es");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aFileOnItsWayStandsInEveryViewAndLanguage(String language, Browser browser) {
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tlsrpt@example.net", "here"));
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        testing(AWAY, Place.ELSEWHERE, "mx1.example.net");
        confirming.fileIsUp(AWAY, 1);
        confirming.recordsCreated(AWAY, 1);
        pass(Duration.ofDays(2));
        publish(AWAY, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx2.example.net");
        guests.administrator(browser.fresh(language));
        move(browser, NAME, "elsewhere");
        browser.look("leaving." + language);
        move(browser, AWAY, "here");
        browser.look("arriving." + language);
        browser.open("/domains/away.example.org/versions/2").look("arriving-version." + language);
        confirming.recordsCreated(AWAY, 1);
        browser.open("/domains/away.example.org").look("arriving-wait." + language);
        confirming.fileIsUp(NAME, 1);
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tls@example.net", "here"));
        browser.open("/domains/example.com").look("changed." + language);
        browser.open("/settings").look("settings-used." + language);
    }

    private static void move(Browser browser, DomainName name, String place) {
        browser.open("/domains/" + name.ascii() + "/about");
        browser.page().locator("input[name=place][value=" + place + "]").check();
        browser.page().locator("main form button[type=submit]").last().click();
    }

    /** One domain of each sort, eleven days after most of them began. */
    private void story() {
        testing(DUE, Place.HERE, "smtp.google.com");
        confirming.recordsCreated(DUE, 1);
        pass(Duration.ofDays(10));
        registered(HELD, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(HELD, 0, Mode.ENFORCE, MaxAge.WEEK, "mx1.example.net");
        testing("mx1.example.net", "mx2.example.net", "mx3.example.net");
        confirming.recordsCreated(NAME, 1);
        testing(AWAY, Place.ELSEWHERE, "mx1.example.net");
        registered(DomainName.of("xn--mller-kva.test"), Place.HERE, "mx1.example.net");
        registered(QUIET, Place.HERE);
        takeNoMail(QUIET);
        pass(Duration.ofDays(11));
    }
}
