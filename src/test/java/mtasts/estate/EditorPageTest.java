package mtasts.estate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.regex.Pattern;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The editor of a policy and the forms around it as a browser has them, when something stands in the way. */
@BrowserTest
class EditorPageTest extends WithPublished {

    private static final String POLICY = "/domains/example.com/policy";

    @Autowired
    private Guests guests;

    @Test
    void aPublicationThatIsRefusedIsSaidOnTopAndLeadsToTheField(Browser browser) {
        enforce();
        guests.administrator(browser);
        var page = browser.open(POLICY).page();
        browser.press("Remove mx2.example.net");
        assertThat(page.locator("#mx2")).hasCount(0);
        browser.press("Publish version 3");

        assertThat(page.locator(".problems")).containsText("Nothing was published.");
        assertThat(page.locator(".problems")).isFocused();
        assertThat(page.locator(".problems")).isInViewport();
        browser.look("editor-reason-missing");
        page.locator(".problems a").click();
        assertThat(page.locator("#reason")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInvalidTextIsSaidOnTopWithALinkToItsLine(boolean script, Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser.fresh("en", script));
        var page = browser.open(POLICY).page();
        page.locator("#mx1").fill("mx_1.example.net");
        page.locator("button[value=publish]").click(new Locator.ClickOptions().setForce(true));

        assertThat(page.locator(".problems"))
                .hasText(Pattern.compile("Nothing was published\\..*Fix line 3 first: .*", Pattern.DOTALL));
        assertThat(page.locator(".problems a")).hasAttribute("href", "#mx1");
    }

    @Test
    void whatEveryFormRefusesIsSaidInViewAndLeadsToTheFirstField(Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser);
        var page = browser.open("/domains/example.com/about").page();
        page.locator("#reportAddress").fill("nobody");
        browser.press("Save");

        assertThat(page.locator(".problems")).isFocused();
        page.locator(".problems a").click();
        assertThat(page.locator("#reportAddress")).isFocused();
    }

    @Test
    void aRefusedFormIsReloadedAndComeBackToWithoutBeingSentAgain(Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser);
        var page = browser.open("/domains/example.com/about").page();
        page.locator("#reportAddress").fill("nobody");
        browser.press("Save");
        assertThat(page.locator(".problems")).isVisible();
        browser.open("/help");

        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*/domains/example.com/about$"));
        assertThat(page.locator("#reportAddress")).isVisible();
        page.reload();
        assertThat(page.locator(".problems")).hasCount(0);
    }

    @Test
    void theListOfLengthsFollowsWhatIsTyped(Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser);
        var page = browser.open(POLICY).page();
        var list = page.locator("select[name=preset]");
        assertThat(list).hasValue("604800");

        page.locator("#age").fill("86400");
        assertThat(list).hasValue("86400");
        page.locator("#age").fill("86401");
        assertThat(list).hasValue("");
    }

    @Test
    void signedOutWhileTypingThePageSaysThatWhatItShowsIsOld(Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser);
        var page = browser.open(POLICY).page();
        var cookies = page.context().cookies();
        page.context().clearCookies();
        page.locator("#mx1").fill("mx9.example.net");
        assertThat(page.locator("#stale")).hasText(Pattern.compile("\\s*You are signed out.*"));
        assertThat(page.locator("#result")).not().containsText("mx9.example.net");

        page.context().addCookies(cookies);
        page.locator("#mx1").fill("mx8.example.net");
        assertThat(page.locator("#result")).containsText("mx8.example.net");
        assertThat(page.locator("#stale")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {POLICY, "/domains/new"})
    void whenNoAnswerComesThePageSaysSoAndAsksAgain(String form, Browser browser) {
        testing("mx1.example.net");
        guests.administrator(browser);
        var page = browser.expecting(503).open(form).page();
        page.route("**/judge", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.locator("#mx1, #hosts").fill("mx9.example.net");
        assertThat(page.locator("#stale")).hasText(Pattern.compile("\\s*No answer comes.*"));

        page.unroute("**/judge");
        assertThat(page.locator("#result, #proposal")).containsText("mx9.example.net");
        assertThat(page.locator("#stale")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1024, 768, 390})
    void noButtonOfARetiringDomainCoversWhatIsSaidOfIt(int width, Browser browser) {
        enforce();
        publish(NAME, 2, Mode.NONE, MaxAge.DAY, "mx1.example.net", "mx2.example.net");
        guests.administrator(browser.fresh("es"));
        var page = browser.width(width).open("/domains/example.com").page();

        assertThat(page.getByText("Empezar de nuevo las pruebas").last()).isVisible();
        assertThat(page.evaluate("""
            () => [...document.querySelectorAll(".acts li")].filter(act => {
              const [button, says] = [...act.children].map(child => child.getBoundingClientRect());
              return button.right > says.left && button.bottom > says.top;
            }).length\
            """)).isEqualTo(0);
    }

    /** Two versions; the second in enforce, with two hosts. */
    private void enforce() {
        testing("mx1.example.net", "mx2.example.net");
        pass(Duration.ofDays(15));
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net", "mx2.example.net");
        pass(Duration.ofHours(1));
    }
}
