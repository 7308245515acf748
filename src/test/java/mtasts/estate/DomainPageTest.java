package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.ZoneOffset;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Place;
import mtasts.policy.Confirming;
import mtasts.policy.Removal;
import mtasts.policy.Standing;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.web.Format;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DomainPageTest extends WithPublished {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Confirming confirming;

    @Autowired
    private Format format;

    @Autowired
    private Removal removal;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDraftIsShownUntilItIsPublished() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        assertThat(page())
                .bodyText()
                .contains("Publish the policy in testing: mail flows as before.", "Covered by the draft", "Yes, line 4")
                .contains("mode: testing", "The draft. Nothing is published until you say so.")
                .doesNotContain("v=STSv1", "I have created these", "back-to-testing", "/retire");
    }

    @Test
    void onceItIsPublishedHereTheRecordsAreToBeCreated() {
        testing("mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("Create 3 DNS records", "v=STSv1; id=", "I have created these", "/records-created")
                .contains("Version 1", "for the test");
    }

    @Test
    void withTheRecordsCreatedTheDayIsWaitedFor() {
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        pass(Duration.ofDays(11));
        assertThat(page())
                .bodyText()
                .contains("Only wait until", "3 more days, nothing to do.", "created these")
                .doesNotContain("/records-created");
    }

    @Test
    void elsewhereTheIdIsShownOnlyWhenTheFileIsUp() {
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("The new file is up", "/file-is-up", "senders get nothing until the file is up")
                .doesNotContain("v=STSv1", "/records-created");

        confirming.fileIsUp(NAME, 1);
        assertThat(page())
                .bodyText()
                .contains("v=STSv1; id=", "/records-created")
                .doesNotContain("/file-is-up");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENFORCE", "NONE"})
    void elsewhereThePageStandsWhileNobodyKnowsUntilWhenTheOldTextIsHeld(Mode mode) {
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, mode, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(page()).hasStatusOk().bodyText().contains("The new file is up", "/file-is-up");
        assertThat(get("/domains")).hasStatusOk();
        assertThat(get("/")).hasStatusOk();
        assertThat(get("/domains/example.com/remove")).hasStatusOk();
        assertThat(get("/domains/example.com/versions")).hasStatusOk();
    }

    @Test
    void leavingTheFileIsPutUpThereBeforeDnsIsChanged() {
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        pass(Duration.ofDays(2));
        about("elsewhere", "web.example.org");

        assertThat(page())
                .bodyText()
                .contains("Put mta-sts.txt on your own web server for <b>mta-sts.example.com</b>, before you change")
                .contains("/file-is-up", "/domains/example.com/mta-sts.txt", "href=\"/domains/example.com/serve\"")
                .contains(
                        "this application still serves the policy, until you point mta-sts.example.com to your server")
                .contains("sts.example.net.", "Leave it as it is until the file is up on your own web server.")
                .contains("Change nothing here yet", "v=STSv1; id=")
                .doesNotContain("web.example.org.", "/records-created", "senders get nothing", "It is not live yet");

        confirming.fileIsUp(NAME, 1);
        assertThat(page())
                .bodyText()
                .contains("Change in DNS, for <b>example.com</b>: <code>mta-sts</code> (since")
                .contains("web.example.org.", "it said sts.example.net.", "/records-created")
                .contains("This application still serves it, until you point mta-sts.example.com");

        confirming.recordsCreated(NAME, 1);
        assertThat(page())
                .bodyText()
                .contains("Only wait until", "Your own web server hands the text out")
                .doesNotContain("/records-created", "still serves", "To be changed");
    }

    @Test
    void comingHereTheHostIsLedHereBeforeTheIdChanges() {
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        confirming.recordsCreated(NAME, 1);
        pass(Duration.ofDays(1));
        var second = publish(NAME, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx2.example.net");
        about("here", "");

        assertThat(page())
                .bodyText()
                .contains("Lead <b>mta-sts.example.com</b> here: change that record, and leave the id as it is.")
                .contains("Leave it as it is: the new id comes an hour after mta-sts leads here.")
                .contains("senders get what your own web server hands out", "name=\"number\" value=\"1\"")
                .doesNotContain("v=STSv1; id=" + second.id().text());

        confirming.recordsCreated(NAME, 1);
        assertThat(page())
                .bodyText()
                .contains("Only wait until", "then comes the new id", "Leave it as it is until")
                .doesNotContain("v=STSv1; id=" + second.id().text(), "/records-created");

        pass(Duration.ofHours(1));
        assertThat(page())
                .bodyText()
                .contains(
                        "Change the id in the _mta-sts record",
                        "v=STSv1; id=" + second.id().text())
                .contains("/records-created", "The exact text that senders get.");
    }

    @Test
    void anotherTargetReopensTheRecordsAndSaysWhichAndSinceWhen() {
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        pass(Duration.ofDays(2));
        settings("sts2.example.net", "mailto:tls2@example.net");

        assertThat(page())
                .bodyText()
                .contains("<code>mta-sts</code> (since", "<code>_smtp._tls</code> (since")
                .contains("To be changed since", "it said sts.example.net.", "Change what is marked")
                .contains("/records-created");
        assertThat(get("/domains")).bodyText().contains("Change in DNS");
        assertThat(get("/")).bodyText().contains("Change in DNS");

        confirming.recordsCreated(NAME, 1);
        assertThat(page()).bodyText().contains("Only wait until").doesNotContain("To be changed");
    }

    @Test
    void theTableSaysBesideItThatARecordIsStillToCome() {
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("It comes when the file is up, and not before.", "One that is still to come is not in it.");

        confirming.fileIsUp(NAME, 1);
        about("elsewhere", "web.example.org");
        assertThat(page()).bodyText().doesNotContain("One that is still to come is not in it.");
    }

    @Test
    void theHistoryIsToldWithTheYear() {
        testing("mx1.example.net");
        assertThat(get("/domains/example.com/versions"))
                .bodyText()
                .contains(">" + format.dated(clock.instant()) + "<")
                .contains(
                        String.valueOf(clock.instant().atOffset(ZoneOffset.UTC).getYear()));
    }

    @Test
    void theDaysInEnforceAreCountedFromThePromotion() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        confirming.recordsCreated(NAME, 2);
        pass(Duration.ofDays(2));
        assertThat(page()).bodyText().contains("Nothing to do: 2 days in enforce.");
    }

    @Test
    void onTheDayThePageSaysSo() {
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        pass(Standing.TWO_WEEKS);
        assertThat(page())
                .bodyText()
                .contains("Two weeks of testing are over", "href=\"/domains/example.com/promote\"");
    }

    @Test
    void inEnforceAHostThatIsMissingIsUrgent() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(NAME, 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("is-urgent", "Mail is being held back: add <b>mx2.example.net</b> to the policy.")
                .contains("policy.mx.uncovered", "/back-to-testing", "/retire", "/remove");
    }

    @Test
    void aDraftThatNamesTheMissingHostIsToBePublished() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(NAME, 0, Mode.TESTING, MaxAge.WEEK, "mx1.example.net");
        draft("mx1.example.net", "mx2.example.net");
        assertThat(page()).bodyText().contains("Publish the draft: it names <b>mx2.example.net</b>");
    }

    @Test
    void afterGivingUpRecordAndHostAreKeptUntilNobodyHoldsAnything() {
        testing("mx1.example.net");
        pass(Duration.ofDays(20));
        publish(NAME, 1, Mode.NONE, MaxAge.DAY, "mx1.example.net");
        confirming.recordsCreated(NAME, 2);
        assertThat(page()).bodyText().contains("Only wait: keep the record and the host until");

        pass(Duration.ofDays(7).plusSeconds(1));
        assertThat(page())
                .bodyText()
                .contains("Delete the DNS records of MTA-STS, then remove <b>example.com</b> here.");
    }

    @Test
    void afterGivingUpWhatWasNeverCreatedIsNotAskedFor() {
        testing("mx1.example.net");
        pass(Duration.ofDays(1));
        publish(NAME, 1, Mode.NONE, MaxAge.DAY, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("Only wait: keep the policy host until", "2 December", "there is nothing to do")
                .doesNotContain("Create 3 DNS records", "I have created these");

        pass(Duration.ofDays(7).plusSeconds(1));
        assertThat(page())
                .bodyText()
                .contains("Remove <b>example.com</b> here: no sender holds its policy any more.")
                .doesNotContain("Delete the DNS records of MTA-STS", "I have created these");
    }

    @Test
    void afterGivingUpTheRecordThatWasCreatedGetsTheNewId() {
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        pass(Duration.ofDays(1));
        publish(NAME, 1, Mode.NONE, MaxAge.DAY, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("Change the id in the _mta-sts record of <b>example.com</b>.", ">I have changed it</button>")
                .contains("press <i>I have changed it</i>")
                .doesNotContain("I have created these");
    }

    @Test
    void whatWasNeverUpCanGoAtOnceAndIsNotRetired() {
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("Its file was never up, so no sender holds its policy.")
                .doesNotContain("/retire");
        pass(Duration.ofDays(1));
        publish(NAME, 1, Mode.NONE, MaxAge.DAY, "mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains("Remove <b>example.com</b> here: no sender holds its policy.")
                .doesNotContain("/file-is-up");
    }

    @Test
    void withoutMxHostsTheyAreAskedFor() {
        registered(NAME, Place.HERE);
        assertThat(page()).bodyText().contains("Name the MX hosts of <b>example.com</b>");
    }

    @Test
    void aDomainThatTakesNoMailHasNothingToProtect() {
        registered(NAME, Place.HERE, "mx1.example.net");
        takeNoMail(NAME);
        assertThat(page())
                .bodyText()
                .contains("Nothing to do: example.com takes no mail, so there is nothing to protect.")
                .contains("say here which MX hosts take its mail", "href=\"/domains/example.com/hosts\"")
                .doesNotContain(
                        "/promote", "/policy", "/versions", "zone.txt", "_smtp._tls", "Edit draft", "class=\"rail");
        assertThat(get("/domains")).bodyText().contains("nothing to protect");
        assertThat(get("/domains/example.com/promote"))
                .bodyText()
                .contains("Nothing to promote: <b>example.com</b> takes no mail", "/domains/example.com/hosts")
                .doesNotContain("name=\"reason\"", "class=\"rail");
    }

    @ParameterizedTest
    @EnumSource(names = {"TESTING", "ENFORCE"})
    void aPublishedDomainThatTakesNoMailAnyMoreIsToBeRetired(Mode mode) {
        registered(NAME, Place.HERE, "mx1.example.net");
        publish(NAME, 0, mode, MaxAge.TWO_WEEKS, "mx1.example.net");
        takeNoMail(NAME);
        pass(Standing.TWO_WEEKS);
        assertThat(page())
                .bodyText()
                .contains("Retire the policy of <b>example.com</b>: the domain takes no mail.")
                .contains("there is nothing to protect", "href=\"/domains/example.com/retire\"")
                .contains("Nothing to mend: the text follows the standard.", "so there is nothing to do")
                .doesNotContain("Two weeks of testing are over: promote", "Create these", "I have created these");
        assertThat(get("/domains")).bodyText().contains("Retire the policy: takes no mail");
        assertThat(get("/"))
                .bodyText()
                .contains("Retire the policy of <b>example.com</b>")
                .doesNotContain("Two weeks of testing are over", "1 due for enforce");
        assertThat(get("/domains?stage=due")).bodyText().doesNotContain("rowlink");
        assertThat(get("/domains/example.com/promote"))
                .bodyText()
                .contains("its policy can be retired", "/domains/example.com/retire")
                .doesNotContain("name=\"reason\"");
    }

    @Test
    void anInternationalNameIsShownInBothForms() {
        testing(DomainName.of("xn--mller-kva.test"), Place.HERE, "mx1.example.net");
        assertThat(get("/domains/xn--mller-kva.test")).bodyText().contains("xn--mller-kva.test", "müller.test");
        assertThat(mvc.get()
                        .uri("/domains/{name}/promote", "Müller.test")
                        .with(As.administrator())
                        .exchange())
                .hasRedirectedUrl("/domains/xn--mller-kva.test/promote");
    }

    @Test
    void aNameThatIsNotRegisteredCanBeRegistered() {
        assertThat(get("/domains/unknown.example")).hasForwardedUrl("/unknown-domain");
        assertThat(get("/domains/unknown.example/promote")).hasForwardedUrl("/unknown-domain");
        assertThat(mvc.get()
                        .uri("/unknown-domain")
                        .requestAttr(UnknownDomain.class.getName(), DomainName.of("unknown.example"))
                        .with(As.administrator())
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("This domain is not registered here.", "/domains/new?name=unknown.example");
        assertThat(get("/unknown-domain")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aNameThatWasRemovedLeadsToWhereThatIsUndone() {
        testing("mx1.example.net");
        removal.removeAnyway(NAME, "the name lapsed");
        assertThat(page()).hasRedirectedUrl("/domains/example.com/undo-removal");
        assertThat(get("/domains/example.com/promote")).hasRedirectedUrl("/domains/example.com/undo-removal");
    }

    @Test
    void aReaderSeesEverythingAndMayPressNothing() {
        testing("mx1.example.net");
        assertThat(mvc.get().uri("/domains/example.com").with(As.reader()).exchange())
                .bodyText()
                .contains("v=STSv1; id=", "Version 1")
                .doesNotContain("/records-created", "/about\"", "/remove", "/hosts\"", "Edit draft");
    }

    @Test
    void theSameStandsInSpanish() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(NAME, 0, Mode.TESTING, MaxAge.WEEK, "mx1.example.net");
        assertThat(mvc.get()
                        .uri("/domains/example.com")
                        .header("Accept-Language", "es")
                        .with(As.administrator())
                        .exchange())
                .bodyText()
                .contains("Añada <b>mx2.example.net</b> a la política: aún no lo nombra.")
                .doesNotContain("??");
    }

    @Test
    void whatARecordIsToSayIsSetBeforeItIsCreated() {
        nothingIsSet();
        testing("mx1.example.net");
        assertThat(page())
                .bodyText()
                .contains(
                        "Say which host name policy hosts point to and which address takes the TLS reports:",
                        "Not every record has a value yet")
                .containsPattern("btn btn-primary\"[^>]* href=\"/settings\"")
                .contains("href=\"/domains/example.com/about\"")
                .doesNotContain("/records-created", "I have created these", "Create 3 DNS records");
        assertThat(get("/domains")).bodyText().contains("Say which host name policy hosts point to");

        settings("sts.example.net", "mailto:tlsrpt@example.net");
        assertThat(page())
                .bodyText()
                .contains("Create 3 DNS records", "/records-created", "Create these at the DNS provider")
                .doesNotContain("Change in DNS", "old mailbox");
        confirming.recordsCreated(NAME, 1);
        assertThat(page())
                .bodyText()
                .contains("These are at the DNS provider of example.com. Leave them as they are.")
                .doesNotContain("Create these");
    }

    @Test
    void elsewhereOnlyTheRecordsThatHaveAValueAreCounted() {
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        testing(NAME, Place.ELSEWHERE, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        assertThat(page()).bodyText().contains("Create 2 DNS records");
    }

    @Test
    void whatWasConfirmedWithoutAValueIsCreatedAndNotChanged() {
        testing("mx1.example.net");
        jdbc.sql("""
            insert into policy_confirmation (domain_id, number, what, place, confirmed_at, confirmed_by)
            select id, 1, 'records', 'here', :now, 'Ana' from domain\
            """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        assertThat(page())
                .bodyText()
                .contains("Create in DNS, for <b>example.com</b>: <code>mta-sts</code> and <code>_smtp._tls</code>.")
                .contains("To be created, or changed where there is one already.", ">I have created these</button>")
                .doesNotContain("Change in DNS", "old mailbox", "To be changed");
    }

    @Test
    void leavingADomainThatTakesNoMailKeepsItsRecords() {
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        about("elsewhere", "web.example.org");
        takeNoMail(NAME);
        assertThat(page())
                .bodyText()
                .contains("Retire the policy of <b>example.com</b>", "Keep these at the DNS provider")
                .doesNotContain("Change nothing here yet");
    }

    @Test
    void aReaderIsNotToldToPressWhatIsNotThere() {
        testing("mx1.example.net");
        assertThat(mvc.get().uri("/domains/example.com").with(As.reader()).exchange())
                .bodyText()
                .contains("Create 3 DNS records", "Your account may look at everything and change nothing.")
                .doesNotContain("I have created these", "press <i>");
    }

    private void settings(String target, @Nullable String report) {
        installation.change(new InstallationSettings(null, target, report, "here"));
    }

    private void about(String place, String target) {
        assertThat(mvc.post()
                        .uri("/domains/example.com/about")
                        .with(As.administrator())
                        .with(csrf())
                        .param("place", place)
                        .param("policyHostTarget", target)
                        .param("lock", String.valueOf(domains.require(NAME).lock())))
                .hasRedirectedUrl("/domains/example.com");
    }

    private MvcTestResult page() {
        return get("/domains/example.com");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(As.administrator()).exchange();
    }
}
