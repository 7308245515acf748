package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;

import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.hosting.Publications;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class PagesTest {

    @Autowired
    private Guests guests;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theSettingsStandInEveryView(String language, Browser browser) {
        guests.administrator(browser.fresh(language));
        browser.open("/settings").look("settings." + language);

        browser.page().locator("#publicUrl").fill("https://mta-sts.example.net");
        browser.page().locator("#policyHostTarget").fill("sts");
        browser.page().locator("#reportAddress").fill("postmaster");
        browser.page().locator("main button[type=submit]").click();
        browser.look("settings-refused." + language);

        guests.reader(browser.fresh(language));
        browser.open("/settings").look("settings-reader." + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theWebServersStandInEveryView(String language, Browser browser) {
        var publications = new Publications(jdbc);
        publications.register("example.com");
        guests.administrator(browser.fresh(language));
        browser.open("/domains/example.com/serve?way=file").look("serve-unpublished." + language);

        publications.publish("example.com", 1, Publications.text("testing"));
        browser.open("/domains/example.com/serve").look("serve-proxy." + language);
        browser.page().locator("[data-copy=nginx-proxy-text]").click();
        assertThat(browser.page().evaluate("navigator.clipboard.readText()"))
                .asString()
                .startsWith("server {\n    listen 443 ssl;\n");
        browser.page().locator(".page-sub a").click();
        browser.look("serve-file." + language);
    }
}
