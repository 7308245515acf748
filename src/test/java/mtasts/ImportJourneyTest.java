package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import mtasts.account.Console;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Many domains come in by hand, and some of their rows are wrong. */
@BrowserTest
class ImportJourneyTest {

    private static final String TABLE = """
        domain;mx;tags
        example.com;mx1.example.net mx2.example.net;customer-17 health
        example.org;mx1.example.net;customer-18
        example.com;mx3.example.net;
        -bad-.example;mx1.example.net;
        example.net;.;
        """;

    @Autowired
    ApplicationContext application;

    @Autowired
    MessageSource messages;

    @Autowired
    Wording wording;

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aTableWithErrorsIsJudgedAndItsGoodRowsAreRegistered(String language, Browser browser) throws Exception {
        LocaleContextHolder.setLocale(Locale.of(language));
        begin(browser.fresh(language));
        browser.follow(say("estate.start.import.act"));
        browser.look("import-" + language);
        browser.press(say("estate.import.judge"));
        assertThat(browser.text()).contains(say("estate.import.empty"));
        browser.look("import-empty-" + language);

        browser.page().setInputFiles("#file", Files.writeString(folder.resolve("table.csv"), TABLE));
        browser.press(say("estate.import.judge"));
        button(browser, "job.import.confirm", 3).waitFor();
        assertThat(browser.text())
                .contains(
                        text("job.import.judged", 3, 2), text("estate.import.twice", 2), text("estate.import.no-mail"));
        browser.look("import-judged-" + language);

        button(browser, "job.import.confirm", 3).click();
        browser.page().getByText(text("job.done.some", 3, 0, 2)).waitFor();
        browser.look("import-done-" + language);
        browser.open("/jobs").look("jobs-" + language);
        browser.page().goBack();
        browser.follow(say("job.import.then"));
        assertThat(browser.text()).contains("example.com", "example.org", "example.net");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void withoutScriptThePageIsLookedAtAgain(String language, Browser browser) {
        LocaleContextHolder.setLocale(Locale.of(language));
        begin(browser.fresh(language, false));
        browser.open("/domains/import");
        browser.type(say("estate.import.text"), TABLE);
        browser.press(say("estate.import.judge"));
        for (int looks = 0; button(browser, "job.import.confirm", 3).count() == 0 && looks < 1_000; looks++) {
            browser.page().reload();
        }
        button(browser, "job.import.confirm", 3).click();
        for (int looks = 0; !browser.text().contains(text("job.done.some", 3, 0, 2)) && looks < 1_000; looks++) {
            browser.page().reload();
        }
        assertThat(browser.text()).contains(text("job.done.some", 3, 0, 2));
    }

    private void begin(Browser browser) {
        browser.open(Console.setUpLink(application));
        browser.type(say("account.mail"), "ada@example.net");
        browser.type(say("account.name"), "Ada");
        browser.type(say("account.password"), "three blue bicycles");
        browser.press(say("account.setup.do"));
    }

    private Locator button(Browser browser, String key, Object... arguments) {
        return browser.page().locator("main button", new Page.LocatorOptions().setHasText(text(key, arguments)));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String text(String key, Object... arguments) {
        return wording.text(Words.of(key, arguments));
    }
}
