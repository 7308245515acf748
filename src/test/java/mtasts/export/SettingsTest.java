package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.audit.AuditTrail;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
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
