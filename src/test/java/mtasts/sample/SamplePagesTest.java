package mtasts.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Somebody without a domain presses a button, looks round in a living installation, and leaves no trace. */
@BrowserTest
class SamplePagesTest {

    @Autowired
    private Guests guests;

    @Autowired
    private Wording wording;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void sampleDataInALookRoundAndOut(String language, Browser browser) {
        LocaleContextHolder.setLocale(Locale.of(language));
        guests.administrator(browser.fresh(language));
        browser.open("/");
        assertThat(browser.text()).contains(say("estate.start.title"), say("estate.start.validator"));
        browser.press(say("sample.try.act"));
        assertThat(browser.text()).contains(say("sample.added"), say("sample.line", 40L, 0L));
        browser.look("sample-overview." + language);
        browser.open("/domains?size=50").look("sample-list." + language);
        assertThat(browser.page().locator("tbody tr").count()).isEqualTo(40);
        browser.open("/domains/corner-bookshop.example").look("sample-due." + language);
        assertThat(browser.text()).contains(say("sample.domain"), say("sample.mark"));
        browser.open("/domains/corner-bookshop.example/promote").look("sample-promote." + language);
        for (var word : new String[] {"live", "reports", "hosts"}) {
            browser.page().locator("input[name=" + word + "]").check();
        }
        browser.press(say("promotion.next.ready.act"));
        browser.open("/domains/harbour-hospital.example").look("sample-held." + language);
        browser.open("/domains/brewery.example.org/versions").look("sample-versions." + language);
        browser.open("/domains/observatory.example").look("sample-unknown-end." + language);
        browser.open("/domains/new?name=law.example.com").look("sample-name." + language);
        assertThat(browser.text()).contains(say("estate.register.sample", "law.example.com"));
        browser.open("/");
        browser.press(say("sample.remove"));
        assertThat(browser.text()).contains(say("sample.removed", 40), say("estate.start.title"));
        browser.open("/audit").look("sample-audit." + language);
        browser.open("/domains");
        assertThat(browser.text()).contains(say("estate.list.none.title"));
    }

    @Test
    void withoutScriptADoublePressAddsThemOnceAndAReaderOnlyLooks(Browser browser) {
        guests.administrator(browser.fresh("en", false));
        browser.open("/");
        browser.page().locator("form[action='/add-sample-data'] button").dblclick();
        browser.page().locator("form[action='/remove-sample-data'] button").waitFor();
        assertThat(browser.text()).contains("40 domains");
        guests.reader(browser.fresh("en"));
        browser.open("/").look("sample-reader");
        assertThat(browser.text()).contains("All 40 domains here are made up").doesNotContain("Remove sample data");
    }

    private String say(String key, Object... arguments) {
        return wording.text(Words.of(key, arguments));
    }
}
