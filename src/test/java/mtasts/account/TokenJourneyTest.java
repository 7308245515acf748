package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** A token is made in the browser, copied, used by a program and revoked. */
@BrowserTest
class TokenJourneyTest {

    @Autowired
    Guests guests;

    @Autowired
    Wording wording;

    @LocalServerPort
    int port;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aTokenIsMadeCopiedUsedAndRevoked(String language, Browser browser) {
        LocaleContextHolder.setLocale(Locale.of(language));
        guests.administrator(browser.fresh(language));
        browser.open("/help/api").page().locator("#import-start summary").click();
        browser.look("api." + language);
        browser.open("/account");
        browser.follow(say("account.tokens.link"));
        assertThat(browser.text()).contains(say("account.tokens.none"));
        browser.look("tokens-none." + language);

        browser.page().locator("#name").fill(" ");
        browser.press(say("account.token.do"));
        assertThat(browser.text()).contains(say("account.token.name.missing"));
        browser.look("tokens-refused." + language);

        browser.page().locator("#name").fill("DNS pipeline");
        browser.page().locator("input[name=scope][value=write]").check();
        browser.page().locator("input[name=days][value='30']").check();
        browser.press(say("account.token.do"));
        browser.page().locator("#made").waitFor();
        browser.look("tokens-made." + language);
        browser.page().locator("button.copy").click();
        var token = (String) browser.page().evaluate("navigator.clipboard.readText()");

        var program = new Caller(port, token);
        assertThat(program.post("/api/v1/domains", "{\"name\": \"example.com\"}")
                        .status())
                .isEqualTo(201);
        browser.open("/account/tokens").look("tokens." + language);
        assertThat(browser.text()).contains("DNS pipeline").doesNotContain(token, say("account.token.never-used"));
        browser.page().locator("form[action$='/revoke'] button").click();
        assertThat(browser.text()).contains(say("account.token.revoke-done", "DNS pipeline"));
        browser.look("tokens-revoked." + language);
        assertThat(program.get("/api/v1/domains").status()).isEqualTo(401);
        assertThat(browser.open("/audit").text()).contains("Ada (DNS pipeline)");
    }

    private String say(String key, Object... arguments) {
        return wording.text(Words.of(key, arguments));
    }
}
