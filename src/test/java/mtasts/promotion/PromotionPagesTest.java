package mtasts.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Map;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Place;
import mtasts.policy.Deed;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Standing;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class PromotionPagesTest extends WithPublished {

    private static final String PROMOTE = "/domains/example.com/promote";
    private static final String BACK = "/domains/example.com/back-to-testing";
    private static final String DOMAIN = "/domains/example.com";

    @Autowired
    private MockMvcTester mvc;

    @Test
    void beforeTheDayThePageSaysHowManyDaysAreMissingAndOffersOnlyAReason() {
        testing("mx1.example.net", "mx2.example.net");
        pass(Duration.ofDays(11));

        assertThat(get(PROMOTE))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains(
                        "Not yet: <b>3 days</b> are missing.", "2 of 4 met, 1 not met, 1 unknown.", "max_age: 1209600")
                .contains("name=\"reason\"", "name=\"read\"")
                .doesNotContain("name=\"live\"");
    }

    @Test
    void onTheDayThreeTicksAndOneButtonPromote() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        assertThat(get(PROMOTE)).bodyText().contains("name=\"live\"", "name=\"reports\"", "name=\"hosts\"");

        assertThat(post(PROMOTE, Map.of("expected", "1", "live", "true", "reports", "true", "hosts", "true")))
                .hasRedirectedUrl(DOMAIN);

        assertThat(current()).map(PolicyVersion::deed).contains(Deed.PROMOTED);
        assertThat(get(DOMAIN)).bodyText().contains("Create 3 DNS records at the provider of <b>example.com</b>.");
    }

    @Test
    void howLongSendersMayRememberItCanBeChosen() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        assertThat(get(PROMOTE)).bodyText().contains("14 days, as proposed", "28 days", "90 days");

        post(PROMOTE, Map.of("expected", "1", "live", "true", "reports", "true", "hosts", "true", "maxAge", "2419200"));

        assertThat(current()).map(version -> version.maxAge().seconds()).contains(2_419_200L);
    }

    @Test
    void aTickThatIsMissingIsAskedForAndTheOthersStay() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);

        assertThat(post(PROMOTE, Map.of("expected", "1", "live", "true", "hosts", "true")))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("<a href=\"#reports\">Tick this too.")
                .contains("id=\"reports-say\"")
                .doesNotContain("id=\"live-say\"", "id=\"hosts-say\"");
        assertThat(current()).map(PolicyVersion::mode).contains(Mode.TESTING);
    }

    @Test
    void anywayWantsAReasonAndThatWhatHappensToMailWasRead() {
        testing("mx1.example.net");

        assertThat(post(PROMOTE, Map.of("expected", "1", "anyway", "true", "reason", "  ")))
                .bodyText()
                .contains("Say why.", "Read what happens to mail");
        assertThat(post(PROMOTE, Map.of("expected", "1", "anyway", "true", "reason", "a\u202eb", "read", "true")))
                .bodyText()
                .contains("U+202E");
        pass(Duration.ofSeconds(1));
        assertThat(post(PROMOTE, Map.of("expected", "1", "anyway", "true", "reason", "by <hand>", "read", "true")))
                .hasRedirectedUrl(DOMAIN);
        assertThat(current()).map(PolicyVersion::reason).contains("by <hand>");
        assertThat(get(PROMOTE)).bodyText().contains("by &lt;hand&gt;").doesNotContain("<hand>");
    }

    @Test
    void theHostsWhoseMailWouldBeHeldBackAreNamed() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx3.example.net");
        var held =
                "Senders will hold back or return mail for <b>mx3.example.net</b>: the policy does not name this host";
        publish(NAME, 0, Mode.TESTING, MaxAge.WEEK, "mx1.example.net");
        assertThat(get(PROMOTE)).bodyText().contains(held);
        pass(Duration.ofSeconds(1));
        publish(NAME, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx3.example.net");
        assertThat(get(PROMOTE)).bodyText().doesNotContain("hold back or return mail for");
    }

    @Test
    void whatWasNotPublishedIsSaidAboveTheForm() {
        testing("mx1.example.net");
        assertThat(post(BACK, Map.of("expected", "1")))
                .bodyText()
                .contains("There is nothing to take back to testing.");
        clock.advance(Duration.ofSeconds(-1));
        assertThat(post(PROMOTE, Map.of("expected", "1", "anyway", "true", "reason", "known", "read", "true")))
                .bodyText()
                .contains("Nothing was published: the clock of this machine shows");
    }

    @Test
    void aSecondPressLeadsToTheSameDomainWithoutASecondVersion() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        var ticks = Map.of("expected", "1", "live", "true", "reports", "true", "hosts", "true");
        post(PROMOTE, ticks);

        assertThat(post(PROMOTE, ticks)).hasRedirectedUrl(DOMAIN);
        assertThat(current()).map(PolicyVersion::number).contains(2);
    }

    @Test
    void whatWasPublishedMeanwhileIsShownBeforeAnybodyPressesAgain() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx2.example.net");

        assertThat(post(PROMOTE, Map.of("expected", "1", "live", "true", "reports", "true", "hosts", "true")))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("published version 2 meanwhile", "name=\"expected\" value=\"2\"", "mx2.example.net");
    }

    @Test
    void aDomainNeverPublishedIsEnforcedAtOnceOnlyWithAReason() {
        registered(NAME, Place.HERE, "mx1.example.net");
        assertThat(get(PROMOTE))
                .bodyText()
                .contains("publish <b>example.com</b> in testing first", "Enforce at once", "Without testing")
                .doesNotContain("name=\"live\"");
    }

    @Test
    void withoutAnyTextThePageLeadsToTheEditor() {
        registered(NAME, Place.HERE);
        assertThat(get(PROMOTE))
                .bodyText()
                .contains("/domains/example.com/policy")
                .doesNotContain("name=\"reason\"");
    }

    @Test
    void inEnforceThePageShowsWhatItRestsOn() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        post(PROMOTE, Map.of("expected", "1", "live", "true", "reports", "true", "hosts", "true"));

        assertThat(get(PROMOTE))
                .bodyText()
                .contains("The daily reports of the senders were read.", "/domains/example.com/back-to-testing")
                .doesNotContain("name=\"reason\"");
    }

    @Test
    void aReaderSeesTheEvidenceAndNoButton() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        assertThat(mvc.get().uri(PROMOTE).with(As.reader()).exchange())
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("3 of 4 met")
                .doesNotContain("<button class=\"btn", "name=\"reason\"", "name=\"live\"");
    }

    @Test
    void goingBackSaysHowLongSendersMayStillEnforce() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");

        assertThat(get(BACK))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("Some senders may still enforce until", "2026-12-22T12:00:00Z", "Does not deliver.");
    }

    @Test
    void oneButtonGoesBackAndASecondPressDoesNotHarm() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        pass(Duration.ofHours(1));

        assertThat(post(BACK, Map.of("expected", "2"))).hasRedirectedUrl(DOMAIN);
        assertThat(post(BACK, Map.of("expected", "2"))).hasRedirectedUrl(DOMAIN);

        assertThat(current())
                .hasValueSatisfying(version -> assertThat(version)
                        .returns(3, PolicyVersion::number)
                        .returns(MaxAge.WEEK, PolicyVersion::maxAge));
    }

    @Test
    void inTestingThereIsNoWayBackToBePressed() {
        testing("mx1.example.net");
        assertThat(get(BACK))
                .bodyText()
                .contains("<b>example.com</b> is in testing")
                .doesNotContain("name=\"expected\"");
    }

    @Test
    void theEvidenceSpeaksSpanishToo() {
        testing("mx1.example.net");
        pass(Duration.ofDays(11));
        assertThat(mvc.get()
                        .uri(PROMOTE)
                        .header("Accept-Language", "es")
                        .with(As.administrator())
                        .exchange())
                .bodyText()
                .contains("Todavía no: faltan <b>3 días</b>.", "Qué pasa con el correo")
                .doesNotContain("??");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(As.administrator()).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(As.administrator()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
