package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mtasts.account.Console;
import mtasts.hosting.RawHttp;
import mtasts.policy.Drafting;
import mtasts.policy.Typed;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.PolicyReader;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The six steps from an empty installation to enforce and back, as an administrator walks them. */
@BrowserTest
class JourneyTest {

    private static final String TESTING =
            "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\nmax_age: 604800\r\n";
    private static final String ENFORCE =
            "version: STSv1\r\nmode: enforce\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\nmax_age: 1209600\r\n";

    @Autowired
    ApplicationContext application;

    @Autowired
    MessageSource messages;

    @Autowired
    Wording wording;

    @Autowired
    FakeClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void fromAnEmptyInstallationToEnforceAndBack(String language, Browser browser) throws IOException {
        LocaleContextHolder.setLocale(Locale.of(language));
        browser.fresh(language);
        createTheFirstAccount(browser);
        registerTheDomain(browser);
        publishInTesting(browser);
        fillTheSettings(browser);
        createTheRecords(browser);
        waitTwoWeeks(browser);
        promote(browser);
        lookBackAndReturn(browser);
        meetSomebodyElse(browser);
        leaveAndComeBack(browser);
    }

    private void createTheFirstAccount(Browser browser) {
        browser.open(Console.setUpLink(application)).look(view("setup"));
        browser.type(say("account.mail"), "ada@example.net");
        browser.type(say("account.name"), "Ada");
        browser.type(say("account.password"), "three blue bicycles");
        browser.press(say("account.setup.do"));
        assertThat(heading(browser)).isEqualTo(say("estate.start.title"));
        browser.look(view("start"));
    }

    private void registerTheDomain(Browser browser) {
        browser.type(say("estate.register.name"), "Example.COM.");
        browser.type(say("domain.hosts.label"), "10 mx1.example.net.\n20 mx2.example.net.");
        browser.press(say("estate.register.act"));
        assertThat(path(browser)).isEqualTo("/domains/example.com");
        assertThat(browser.text())
                .contains(text("estate.register.done.drafted", "example.com", 2, 2))
                .contains(say("estate.next.publish.say"));
        browser.look(view("domain-unpublished"));
    }

    private void publishInTesting(Browser browser) throws IOException {
        follow(browser, say("estate.next.publish.act"));
        assertThat(path(browser)).isEqualTo("/domains/example.com/policy");
        browser.look(view("policy"));
        browser.press(say("policy.editor.publish", 1));
        assertThat(path(browser)).isEqualTo("/domains/example.com");
        assertThat(browser.text()).contains(say("estate.next.set-values.act"));
        assertThat(served(browser)).isEqualTo(TESTING);
    }

    private void fillTheSettings(Browser browser) {
        browser.look(view("domain-new"));
        follow(browser, say("estate.next.set-values.act"));
        browser.type(say("export.settings.target"), "sts.example.net");
        browser.type(say("export.settings.report"), "tlsrpt@example.net");
        browser.look(view("settings"));
        browser.press(say("export.settings.save"));
        assertThat(browser.text()).contains(say("export.settings.saved"));
        browser.open("/domains/example.com");
        assertThat(browser.text())
                .contains(text("estate.next.create-records.say", "example.com", "", 0, 3))
                .contains("sts.example.net.", "rua=mailto:tlsrpt@example.net");
    }

    private void createTheRecords(Browser browser) throws IOException {
        assertThat(browser.text())
                .containsPattern("v=STSv1; ?\\s?id=20261124120000[0-9a-z]+")
                .contains("_mta-sts.example.com", "mta-sts.example.com", "_smtp._tls.example.com");
        browser.look(view("domain-testing"));
        copied(browser);
        var download = browser.page()
                .waitForDownload(() -> browser.page()
                        .locator("a[href='/domains/example.com/mta-sts.txt']")
                        .first()
                        .click());
        assertThat(Files.readString(download.path())).isEqualTo(TESTING);
        browser.press(say("estate.domain.records.created"));
        assertThat(browser.text()).contains(say("estate.next.wait.or"));
        browser.look(view("domain-waiting"));
        browser.open("/domains").look(view("list"));
        browser.open("/domains/example.com/promote").look(view("promote-not-yet"));
        browser.open("/").look(view("overview"));
    }

    /** The first copy button puts what stands beside it onto the clipboard, and says so. */
    private void copied(Browser browser) {
        var button = browser.page().locator("button.copy").first();
        button.click();
        assertThat(browser.page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo(browser.page()
                        .locator("#" + button.getAttribute("data-copy"))
                        .textContent());
    }

    private void waitTwoWeeks(Browser browser) {
        clock.advance(Duration.ofDays(14).minusSeconds(1));
        browser.open("/domains/example.com");
        assertThat(browser.text()).contains(say("estate.next.wait.or"));
        clock.advance(Duration.ofSeconds(1));
        browser.open("/").look(view("overview-due"));
        assertThat(browser.page().locator("main a[href*='example.com']").count())
                .isPositive();
        follow(browser, say("estate.next.promote.act"));
        assertThat(path(browser)).isEqualTo("/domains/example.com/promote");
    }

    private void promote(Browser browser) throws IOException {
        browser.look(view("promote-due"));
        browser.expecting(422);
        browser.press(say("promotion.next.ready.act"));
        assertThat(browser.text()).contains(text("promotion.word.missing"));
        for (var word : new String[] {"live", "reports", "hosts"}) {
            browser.page().locator("input[name=" + word + "]").check();
        }
        browser.press(say("promotion.next.ready.act"));
        assertThat(path(browser)).isEqualTo("/domains/example.com");
        assertThat(served(browser)).isEqualTo(ENFORCE);
        assertThat(browser.text())
                .contains(text("estate.next.update-record.say", "example.com"))
                .containsPattern("v=STSv1; ?\\s?id=20261208120000[0-9a-z]+");
        browser.look(view("domain-enforce"));
    }

    private void lookBackAndReturn(Browser browser) throws IOException {
        browser.open("/domains/example.com/versions").look(view("versions"));
        assertThat(browser.text()).contains("Ada");
        browser.open("/domains/example.com/versions/compare?from=1&to=2").look(view("versions-compare"));
        assertThat(browser.page().locator(".diff ins").allTextContents().toString())
                .contains("mode: enforce", "max_age: 1209600");
        browser.open("/domains/example.com/versions/1").look(view("version"));
        clock.advance(Duration.ofMinutes(1));
        browser.open("/domains/example.com/back-to-testing").look(view("back-to-testing"));
        browser.page().locator("main form button[type=submit]").click();
        assertThat(path(browser)).isEqualTo("/domains/example.com");
        assertThat(served(browser)).isEqualTo(TESTING);
        browser.open("/audit").look(view("audit"));
    }

    private void meetSomebodyElse(Browser browser) {
        browser.open("/domains/example.com/policy");
        application
                .getBean(Drafting.class)
                .save(DomainName.of("example.com"), 3, null, new Typed(List.of("mx9.example.net"), "604800", ""));
        browser.type(say("policy.line.label", 1), "mx8.example.net");
        browser.press(say("policy.editor.save"));
        assertThat(browser.text()).contains(text("policy.rival.kept"));
        assertThat(browser.page().inputValue("input[name=mx] >> nth=0")).isEqualTo("mx8.example.net");
        browser.look(view("policy-conflict"));
    }

    private void leaveAndComeBack(Browser browser) {
        browser.open("/domains/example.com/retire").look(view("retire"));
        browser.open("/domains/example.com/remove").look(view("remove-anyway"));
        browser.page().locator("textarea[name=reason]").fill("The name has lapsed.");
        browser.press(say("policy.remove.anyway.do", "example.com"));
        assertThat(path(browser)).isEqualTo("/domains");
        browser.open("/domains/example.com/undo-removal").look(view("removed"));
        browser.press(say("policy.removed.undo.do"));
        assertThat(path(browser)).isEqualTo("/domains/example.com");
        assertThat(browser.text()).contains(text("policy.restored.domain", "example.com"));
    }

    private static String view(String name) {
        return name + "." + LocaleContextHolder.getLocale().getLanguage();
    }

    /** What a sender gets: the file by host name, and a text that the standard accepts. */
    private static String served(Browser browser) throws IOException {
        var port = Integer.parseInt(browser.page().url().replaceFirst("^http://[^:]+:(\\d+)/.*$", "$1"));
        try (var socket = new Socket("127.0.0.1", port)) {
            var answer = RawHttp.exchange(
                    socket,
                    "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts.example.com\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(PolicyReader.read(answer.body().getBytes(StandardCharsets.US_ASCII))
                            .value())
                    .hasValueSatisfying(policy -> assertThat(policy.mode()).isNotEqualTo(Mode.NONE));
            return answer.body();
        }
    }

    private void follow(Browser browser, String name) {
        main(browser)
                .locator("a", new Locator.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    private static Locator main(Browser browser) {
        return browser.page().locator("main");
    }

    private static String heading(Browser browser) {
        return main(browser).locator("h1").innerText();
    }

    private static String path(Browser browser) {
        return Pattern.compile("^http://[^/]+|[?#].*$")
                .matcher(browser.page().url())
                .replaceAll("");
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String text(String key, Object... arguments) {
        return wording.text(Words.of(key, arguments));
    }
}
