package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.audit.AuditTrail;
import mtasts.hosting.Publications;
import mtasts.web.Flash;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SettingsTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Installation installation;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatIsSavedIsKeptInOneFormAndShownAgain() {
        assertThat(save(
                        "https://STS.example.net/",
                        "STS.example.net.",
                        "TLSRPT@Example.net".toLowerCase(),
                        "elsewhere"))
                .hasStatus(302)
                .hasRedirectedUrl("/settings");

        assertThat(installation.settings())
                .isEqualTo(new InstallationSettings(
                        "https://sts.example.net", "sts.example.net", "mailto:tlsrpt@example.net", "elsewhere"));
        assertThat(browser.get().uri("/settings").with(As.administrator()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "value=\"https://sts.example.net\"",
                        "value=\"sts.example.net\"",
                        "value=\"tlsrpt@example.net\"");
    }

    @Test
    void whatIsEmptiedIsNotSetAnyMore() {
        save("https://sts.example.net", "sts.example.net", "tlsrpt@example.net", "here");
        save("", " ", "", "here");

        assertThat(installation.settings()).isEqualTo(new InstallationSettings(null, null, null, "here"));
    }

    @Test
    void aChangeIsInTheAuditTrailWithBeforeAndAfter() {
        save("https://sts.example.net", "", "", "here");
        save("https://sts.example.net", "", "", "here");

        assertThat(audit.latest(10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("Ada");
            assertThat(entry.action()).isEqualTo("settings.changed");
            assertThat(entry.before()).containsEntry("public-url", null);
            assertThat(entry.after()).containsAllEntriesOf(Map.of("public-url", "https://sts.example.net"));
        });
    }

    @Test
    void howManyDomainsRecordsChangeIsSaidBeforeAndAfterSaving() {
        var publications = new Publications(jdbc);
        for (var name : List.of("one.example", "two.example", "own.example", "away.example", "never.example")) {
            publications.register(name);
            if (!name.startsWith("never")) {
                publications.publish(name, 1, Publications.text("testing"));
            }
        }
        jdbc.sql("update domain set policy_host_target = 'own.example.net' where name = 'own.example'")
                .update();
        jdbc.sql("update domain set place = 'elsewhere' where name = 'away.example'")
                .update();

        var settings = browser.get().uri("/settings").with(As.administrator());
        assertThat(settings).bodyText().doesNotContain("A change asks for");
        assertThat(saved("", "sts.example.net", "tls@example.net"))
                .as("what nobody created does not change")
                .isEqualTo(Words.of("export.settings.saved"));

        jdbc.sql("""
            insert into policy_confirmation
                (domain_id, number, what, place, confirmed_at, confirmed_by, policy_host, report_address)
            select id, 1, 'records', place, current_timestamp, 'Ana', 'sts.example.net', 'mailto:tls@example.net'
            from domain where name not like 'never%'\
            """).update();
        assertThat(settings)
                .bodyText()
                .contains("that record for 2 published domains", "record for 4 published domains");
        assertThat(saved("", "sts2.example.net", "tls@example.net"))
                .isEqualTo(Words.of("export.settings.saved.records", 2L));
        assertThat(saved("", "sts2.example.net", "tls2@example.net"))
                .isEqualTo(Words.of("export.settings.saved.records", 4L));
        assertThat(saved("https://a.example", "sts2.example.net", "tls2@example.net"))
                .isEqualTo(Words.of("export.settings.saved"));
        assertThat(saved("", "", "")).isEqualTo(Words.of("export.settings.saved"));
    }

    private @Nullable Words saved(String url, String target, String report) {
        var flash = save(url, target, report, "here").getMvcResult().getFlashMap().values().stream()
                .filter(Flash.class::isInstance)
                .map(Flash.class::cast)
                .findFirst();
        return flash.map(Flash::words).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://mta-sts.example.net, '', '',                    begins with mta-sts.
        sts.example.net,             '', '',                    no address of a website
        '', mta-sts.example.net,     '',                        is the policy host of a domain
        '', sts,                     '',                        is not a whole name
        '', 'sts example',           '',                        Several names stand here
        '', '',                      'a@b@example.net',         no mail address
        '', '',                      'https://example.net/r',   no mail address
        """)
    void whatIsWrongIsSaidAndNothingIsSaved(String url, String target, String report, String sentence) {
        var answer = save(url, target, report, "here");

        assertThat(answer).hasStatusOk().bodyText().contains("is-bad", sentence);
        assertThat(installation.settings()).isEqualTo(new InstallationSettings(null, null, null, "here"));
    }

    @Test
    void whatWasTypedStaysWhenItIsWrong() {
        assertThat(save("<b>\"no\"", "", "", "here")).bodyText().contains("value=\"&lt;b&gt;&quot;no&quot;\"");
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertThat(save("", "", "", "nowhere")).hasStatusOk().bodyText().contains("Say where the file is served");
    }

    @Test
    void aReaderSeesTheSettingsAndChangesNothing() {
        save("https://sts.example.net", "", "", "here");

        assertThat(browser.get().uri("/settings").with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .contains("https://sts.example.net", "not set")
                .doesNotContain("Save the settings");
        assertThat(browser.post()
                        .uri("/settings")
                        .with(As.reader())
                        .with(csrf())
                        .param("defaultPlace", "elsewhere"))
                .hasStatus(403);
        assertThat(installation.settings().defaultPlace()).isEqualTo("here");
    }

    private MvcTestResult save(String url, String target, String report, String place) {
        return browser.post()
                .uri("/settings")
                .with(As.administrator())
                .with(csrf())
                .param("publicUrl", url)
                .param("policyHostTarget", target)
                .param("reportAddress", report)
                .param("defaultPlace", place)
                .exchange();
    }
}
