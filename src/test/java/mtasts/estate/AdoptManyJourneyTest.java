package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The policies of many domains are adopted by hand, from a ZIP file; one of them has no id. */
@BrowserTest
class AdoptManyJourneyTest {

    private static final String TEXT = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n";

    @Autowired
    Guests guests;

    @Autowired
    Wording wording;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void filesAreJudgedAndAdopted(String language, Browser browser) throws IOException {
        LocaleContextHolder.setLocale(Locale.of(language));
        guests.administrator(browser.fresh(language));
        browser.open("/domains/adopt/many").look("adopt-many-" + language);
        browser.page().setInputFiles("#file", new FilePayload("policies.zip", "application/zip", zip()));
        browser.press(say("estate.adopt-many.judge"));
        button(browser, "job.adoption.confirm", 2).waitFor();
        assertThat(browser.text()).contains(say("job.adoption.judged", 2, 1), "no-id.example", "adoption.id");
        browser.look("adopt-many-judged-" + language);

        button(browser, "job.adoption.confirm", 2).click();
        browser.page().getByText(say("job.done.some", 2, 0, 1)).waitFor();
        browser.look("adopt-many-done-" + language);
        browser.open("/domains/example.com/versions/1");
        assertThat(browser.text()).contains("2024a", "max_age: 604800");
    }

    private static byte[] zip() throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(octets, UTF_8)) {
            put(zip, "example.com/.well-known/mta-sts.txt", TEXT);
            put(zip, "mta-sts.example.org.txt", TEXT.replace("testing", "enforce"));
            put(zip, "no-id.example.txt", TEXT);
            put(zip, "ids.csv", "domain,id\nexample.com,2024a\nexample.org,2024b\n");
        }
        return octets.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private Locator button(Browser browser, String key, Object... arguments) {
        return browser.page().locator("main button", new Page.LocatorOptions().setHasText(say(key, arguments)));
    }

    private String say(String key, Object... arguments) {
        return wording.text(Words.of(key, arguments));
    }
}
