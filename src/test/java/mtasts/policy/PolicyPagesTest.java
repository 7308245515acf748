package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.Mode;
import mtasts.web.Flash;
import mtasts.web.Resumed;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class PolicyPagesTest extends WithDomains {

    private static final String POLICY = "/domains/example.com/policy";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Versions versions;

    @Autowired
    private Removal removal;

    @Autowired
    private Confirming confirming;

    @Test
    void theEditorShowsTheDraftWithItsTextAndWhatPublishingDoes() {
        here("mx1.example.net");
        drafting.save(NAME, 0, null, typed("mx1.example.net", "mx4.example.net."));

        assertThat(get(POLICY))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"mx4.example.net.\"")
                .contains("Covers mx1.example.net, in use")
                .contains("value=\"mend:1:mx4.example.net\"")
                .contains("<mark>mx4.example.net.</mark>")
                .contains("Fix line 4 first: nothing invalid is ever published.")
                .contains("Testing begins:");
    }

    @Test
    void withoutADraftTheEditorShowsWhatIsPublished() {
        here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(get(POLICY))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"mx1.example.net\"")
                .contains("No draft is open")
                .contains("This is the text of version 1, word for word: there is nothing to publish.")
                .contains("Change the policy")
                .doesNotContain("Draft of version", "Difference to version", "needs a new id", "bi-x-octagon-fill");
    }

    @Test
    void enforceAtOnceStandsBehindADisclosureUntilSomethingIsPublished() {
        here("mx1.example.net");
        assertThat(get(POLICY)).bodyText().contains("Enforce at once").contains("/domains/example.com/promote");

        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(get(POLICY)).bodyText().doesNotContain("Enforce at once").contains("Promote to enforce");
    }

    @Test
    void savingLeadsBackToTheEditor() {
        var domain = here("mx1.example.net");

        assertThat(press("save", 0, null, "mx1.example.net", "mx2.example.net")).hasRedirectedUrl(POLICY);
        assertThat(drafts.of(domain)).get().satisfies(draft -> {
            assertThat(draft.typed().mx()).containsExactly("mx1.example.net", "mx2.example.net");
            assertThat(draft.savedBy()).isEqualTo("Ada");
        });
    }

    @Test
    void publishingLeadsToTheDomain() {
        var domain = here("mx1.example.net");

        assertThat(press("publish", 0, null, "mx1.example.net")).hasRedirectedUrl("/domains/example.com");
        assertThat(press("publish", 0, null, "mx1.example.net"))
                .as("a retry after a lost connection")
                .hasRedirectedUrl("/domains/example.com");
        assertThat(versions.of(domain)).singleElement().satisfies(version -> {
            assertThat(version.author()).isEqualTo("Ada");
            assertThat(version.note()).isEqualTo("why");
        });
    }

    @Test
    void linesAreAddedRemovedAndMendedWithoutScriptAndNothingIsSaved() {
        var domain = here("mx1.example.net");

        assertThat(press("add", 0, null, "mx1.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"mx2\"")
                .contains("value=\"mx1.example.net\"")
                .contains("why");
        assertThat(press("remove:0", 0, null, "mx1.example.net", "mx2.example.net"))
                .bodyText()
                .doesNotContain("value=\"mx1.example.net\"")
                .contains("value=\"mx2.example.net\"");
        assertThat(press("mend:0:mx1.example.net", 0, null, "mx1.example.net."))
                .bodyText()
                .contains("value=\"mx1.example.net\"");
        assertThat(press("age:1209600", 0, null, "mx1.example.net")).bodyText().contains("max_age: 1209600");
        assertThat(press("whatever", 0, null, "mx1.example.net")).hasStatusOk();
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void judgedWhileTypingThePartsSayWhatASaveWouldSay() {
        here("mx1.example.net");

        var judged = browser.post()
                .uri(POLICY + "/judge")
                .with(As.administrator())
                .with(csrf())
                .param("mx", "mx1.example.net", "mx2.example.net.")
                .param("max-age", "604800")
                .exchange();

        assertThat(judged)
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .contains("id=\"result\"")
                .contains("id=\"mx2s\"")
                .contains("hx-swap-oob=\"true\"")
                .contains("<mark>mx2.example.net.</mark>")
                .contains("Fix line 4 first");
    }

    @Test
    void theSecondOfTwoEditorsSeesTheirsBesideTheOwnAndLosesNothing() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        signIn("Bob");
        var theirs = saved(drafting.save(NAME, 0, opened.lock(), typed("theirs.example.net")));
        signOut();

        assertThat(press("save", 0, opened.lock(), "mine.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains("Bob saved another text in this draft")
                .contains("value=\"mine.example.net\"")
                .contains(">mx: theirs.example.net</")
                .contains("name=\"lock\" value=\"" + theirs.lock() + "\"");
        assertThat(press("save", 0, theirs.lock(), "mine.example.net")).hasRedirectedUrl(POLICY);
    }

    @Test
    void whoeverIsOvertakenByAPublicationGoesOnFromIt() {
        here("mx1.example.net");
        signIn("Bob");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        signOut();

        assertThat(press("publish", 0, null, "mine.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains("Version 1 was published meanwhile: by Bob")
                .contains("value=\"mine.example.net\"")
                .contains("name=\"current\" value=\"1\"");
    }

    @Test
    void aDraftDiscardedMeanwhileIsTold() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        drafting.discard(NAME);

        assertThat(press("save", 0, opened.lock(), "mine.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody discarded this draft meanwhile")
                .contains("value=\"mine.example.net\"");
    }

    @Test
    void dangerAsksForAReason() {
        var domain = here("mx1.example.net");

        assertThat(press("publish", 0, null, "mx1.example.net", "*.amazonaws.com"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was published. What you typed is saved as draft.")
                .contains("<a href=\"#reason\">Say why: what is marked as danger is published with a reason only.</a>")
                .contains("name=\"reason\"");
        assertThat(versions.of(domain)).isEmpty();
    }

    @Test
    void aClockThatIsBehindIsToldInASentence() {
        here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        clock.set(now().minusSeconds(3600));

        assertThat(press("publish", 1, null, "mx2.example.net"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was published: the clock of this machine shows")
                .contains("24 November, 11:00 UTC")
                .contains("value=\"mx2.example.net\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202E", "\u001B[31m"})
    void whatCannotBeSeenInANoteIsRefusedByName(String hidden) {
        var domain = here("mx1.example.net");

        var sent = browser.post()
                .uri(POLICY)
                .with(As.administrator())
                .with(csrf())
                .param("act", "save")
                .param("mx", "mx1.example.net")
                .param("max-age", "604800")
                .param("note", "a" + hidden + "b")
                .exchange();

        assertThat(sent.getResponse().getStatus()).isIn(200, 400);
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void hostileLinesAreShownAsTextAndNeverPublished() {
        var domain = here("mx1.example.net");

        assertThat(press("publish", 0, null, "<script>alert(1)</script>", "mx1.example.net\r\nmode: enforce"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
        assertThat(versions.of(domain)).isEmpty();
    }

    @Test
    void discardingLeavesWhatIsPublished() {
        var domain = here("mx1.example.net");
        drafting.save(NAME, 0, null, typed("mx1.example.net"));

        assertThat(press("discard", 0, null)).hasRedirectedUrl(POLICY);

        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void uncoveredHostsGoIntoTheDraftWithOneButton() {
        var domain = here("mx1.example.net", "mx2.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(post(POLICY + "/cover")).hasRedirectedUrl(POLICY);

        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed("mx1.example.net", "mx2.example.net"));
    }

    @Test
    void theHistoryShowsWhoWhenAndWhy() {
        publishedTwice();

        assertThat(get("/domains/example.com/versions"))
                .hasStatusOk()
                .bodyText()
                .contains("Version 1", "Version 2", "Ana", "begin", "moved", "a danger that is known")
                .contains("24 November 2026, 12:00 UTC");
    }

    @Test
    void anEmptyHistorySaysWhatWillBeThere() {
        here("mx1.example.net");

        assertThat(get("/domains/example.com/versions"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was ever published");
        assertThat(get("/domains/example.com/versions/compare")).hasRedirectedUrl("/domains/example.com/versions");
    }

    @Test
    void aVersionShowsItsExactTextAndWhatBecameOfIt() {
        publishedTwice();

        assertThat(get("/domains/example.com/versions/1"))
                .hasStatusOk()
                .bodyText()
                .contains("mx: mx1.example.net")
                .contains("Served here since")
                .contains("some senders may hold it until");
        assertThat(get("/domains/example.com/versions/1"))
                .bodyText()
                .contains("Restore as draft")
                .doesNotContain("Nothing was noted.");
        assertThat(get("/domains/example.com/versions/2")).bodyText().doesNotContain("Restore as draft");
        assertThat(get("/domains/example.com/versions/3")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/domains/example.com/versions/0")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anyTwoAreCompared() {
        publishedTwice();

        assertThat(get("/domains/example.com/versions/compare?from=2&to=1"))
                .hasStatusOk()
                .bodyText()
                .contains("From version 2 to version 1");
        assertThat(get("/domains/example.com/versions/compare")).bodyText().contains("From version 1 to version 2");
        assertThat(get("/domains/example.com/versions/compare?from=1&to=9")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsPublishedAlreadyClosesTheDraftAndSaysSo() {
        var domain = here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        for (var button : List.of("save", "publish")) {
            var draft = saved(drafting.save(NAME, 1, null, typed("mx2.example.net")));

            assertThat(press(button, 1, draft.lock(), "mx1.example.net"))
                    .as(button)
                    .hasRedirectedUrl(POLICY)
                    .flash()
                    .containsEntry("flash", Flash.advice(Words.of("policy.same", 1)));

            assertThat(drafts.of(domain)).as(button).isEmpty();
            assertThat(get(POLICY)).bodyText().contains("No draft is open").doesNotContain(">open<");
        }
    }

    @Test
    void aDraftThatCameToSayWhatIsPublishedIsToldAsSuch() {
        here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        drafting.save(NAME, 1, null, typed("mx2.example.net"));
        daysPass(1);
        publishing.publish(NAME, 1, policy(Mode.TESTING, "mx2.example.net"), Deed.PUBLISHED, "", null, null);

        assertThat(get(POLICY))
                .bodyText()
                .contains("This is the text of version 2, word for word: there is nothing to publish. Save it, and the"
                        + " draft is closed.");
    }

    @Test
    void restoringWhatTheCurrentVersionSaysIsSaidToBeNothing() {
        publishedTwice();

        assertThat(post("/domains/example.com/versions/2/restore"))
                .hasRedirectedUrl(POLICY)
                .flash()
                .containsEntry("flash", Flash.advice(Words.of("policy.restored.same", 2)));
    }

    @Test
    void inEnforceTheEditorNamesTheHostsWhoseMailIsHeldBack() {
        here("mx1.example.net", "mx3.example.net");
        publishing.publish(NAME, 0, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED_ANYWAY, "", "at once", null);

        assertThat(get(POLICY)).bodyText().contains("Senders will hold back or return mail for mx3.example.net.");
    }

    @Test
    void aVersionIsRestoredAsADraft() {
        var domain = publishedTwice();

        assertThat(post("/domains/example.com/versions/1/restore")).hasRedirectedUrl(POLICY);
        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed("mx1.example.net"));
        assertThat(post("/domains/example.com/versions/2/restore"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was restored");
    }

    @Test
    void retiringSaysUntilWhenEverythingStaysAndIsOneButton() {
        var domain = publishedTwice();
        daysPass(1);

        assertThat(get("/domains/example.com/retire"))
                .hasStatusOk()
                .bodyText()
                .contains("Publish version 3 with none")
                .contains("mode: none")
                .contains("3 December");
        assertThat(post("/domains/example.com/retire", "current", "2", "reason", "given up"))
                .hasRedirectedUrl("/domains/example.com");
        assertThat(versions.current(domain)).map(PolicyVersion::mode).contains(Mode.NONE);
        for (var page : List.of("versions", "versions/3")) {
            assertThat(get("/domains/example.com/" + page)).bodyText().contains("given up");
        }
        assertThat(get("/domains/example.com/retire"))
                .bodyText()
                .contains("It is being retired already")
                .doesNotContain("with none");
        assertThat(post("/domains/example.com/retire", "current", "2")).hasRedirectedUrl("/domains/example.com");
        assertThat(post("/domains/example.com/retire", "current", "1"))
                .bodyText()
                .contains("Nothing was published: Ada published version 3 meanwhile.");
    }

    @Test
    void removalIsRefusedWithTheReasonAndOffersToRetire() {
        publishedTwice();

        assertThat(get("/domains/example.com/remove"))
                .hasStatusOk()
                .bodyText()
                .contains("Retire example.com first: senders hold its policy.")
                .contains("/domains/example.com/retire")
                .contains("Remove example.com anyway");
        assertThat(post("/domains/example.com/remove")).bodyText().contains("Nothing was removed");
        assertThat(post("/domains/example.com/remove", "anyway", "true"))
                .bodyText()
                .contains("Say why it cannot wait.");
        assertThat(post("/domains/example.com/remove", "anyway", "true", "reason", "a\u202Eb"))
                .hasStatusOk()
                .bodyText()
                .contains("RIGHT-TO-LEFT OVERRIDE");
        assertThat(domains.registered(NAME)).isPresent();
        assertThat(post("/domains/example.com/remove", "anyway", "true", "reason", "lapsed"))
                .hasRedirectedUrl("/domains");
        assertThat(domains.registered(NAME)).isEmpty();
    }

    @Test
    void whatWasNeverUpIsRemovedAtOnceAndThePageSaysWhy() {
        elsewhere("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(get("/domains/example.com/remove"))
                .bodyText()
                .contains("example.com can go at once: its file was never up, so no sender holds its policy.")
                .contains("Can be undone for 30 days.")
                .doesNotContain("/retire", "held back", "name=\"reason\"");
        assertThat(get("/domains/example.com/retire"))
                .bodyText()
                .contains("Its file was never up", "/domains/example.com/remove")
                .doesNotContain("with none");
        assertThat(post("/domains/example.com/retire", "current", "1"))
                .bodyText()
                .contains("Nothing was published, because there is nothing to retire.");
        assertThat(post("/domains/example.com/remove")).hasRedirectedUrl("/domains");
    }

    @Test
    void retiringAsksForTheRecordOnlyWhereItWasCreated() {
        here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(get("/domains/example.com/retire"))
                .bodyText()
                .contains("nobody said here that its records were created", "<b>Keep the policy host until ")
                .doesNotContain("needs the new id");

        confirming.recordsCreated(NAME, 1);
        assertThat(get("/domains/example.com/retire"))
                .bodyText()
                .contains("needs the new id", "<b>Keep the record <code>_mta-sts.example.com</code>")
                .doesNotContain("nobody said here");
    }

    @Test
    void retiringADomainThatTakesNoMailSaysWhatALaterHostWouldMeet() {
        var domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED_ANYWAY, "", "at once", null);
        transaction.executeWithoutResult(status -> {
            var locked = domains.lock(NAME);
            locked.takeNoMail(now());
            domains.saveAndFlush(locked);
        });

        assertThat(get("/domains/example.com/retire"))
                .bodyText()
                .contains("the domain takes none, and that stays so", "should the domain take mail again before that");
        assertThat(versions.of(domain)).hasSize(1);
    }

    @Test
    void aRemovalIsUndoneWithinItsDays() {
        here("mx1.example.net");
        removal.remove(NAME);

        assertThat(get("/domains/example.com/undo-removal"))
                .hasStatusOk()
                .bodyText()
                .contains("Undo the removal");
        assertThat(post("/domains/example.com/undo-removal")).hasRedirectedUrl("/domains/example.com");
        assertThat(domains.registered(NAME)).isPresent();
        assertThat(get("/domains/example.com/undo-removal")).hasRedirectedUrl("/domains/example.com");
        removal.remove(NAME);
        daysPass(31);
        assertThat(get("/domains/example.com/undo-removal")).bodyText().contains("Register it again");
        assertThat(post("/domains/example.com/undo-removal")).hasRedirectedUrl("/domains/example.com/undo-removal");
        assertThat(domains.registered(NAME)).isEmpty();
        assertThat(get("/domains/never.example/undo-removal")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatHasHappenedOutsideIsSaidWithTwoButtons() {
        var domain = elsewhere("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(post("/domains/example.com/file-is-up", "number", "1")).hasRedirectedUrl("/domains/example.com");
        assertThat(post("/domains/example.com/records-created", "number", "1"))
                .hasRedirectedUrl("/domains/example.com");
        assertThat(versions.current(domain)).get().satisfies(version -> {
            assertThat(version.file()).isEqualTo(new Confirmation(now(), "Ada", Place.ELSEWHERE));
            assertThat(version.records()).isEqualTo(new Confirmation(now(), "Ada", Place.ELSEWHERE));
        });
    }

    @Test
    void recordsThatHaveNoValueAreRefusedWithWhatIsMissing() {
        nothingIsSet();
        var domain = here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        post("/domains/example.com/records-created", "number", "1");

        assertThat(versions.current(domain)).get().returns(null, PolicyVersion::records);
        assertThat(confirming.missing(NAME))
                .containsExactly(Words.of("policy.missing.host"), Words.of("policy.missing.reports"));
    }

    @Test
    void aReaderSeesEverythingAndChangesNothing() {
        var domain = publishedTwice();
        for (var page : List.of("policy", "versions", "versions/1", "versions/compare", "retire", "remove")) {
            assertThat(browser.get().uri("/domains/example.com/" + page).with(As.reader()))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("name=\"act\" value=\"publish\"")
                    .doesNotContain("btn-risk");
        }
        for (var deed : List.of("policy", "policy/cover", "versions/1/restore", "retire", "remove", "file-is-up")) {
            assertThat(browser.post()
                            .uri("/domains/example.com/" + deed)
                            .with(As.reader())
                            .with(csrf()))
                    .as(deed)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(versions.of(domain)).hasSize(2);
        assertThat(drafts.of(domain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "versions", "versions/1", "versions/compare", "retire", "remove", "undo-removal"})
    void everyPageSpeaksSpanish(String page) {
        publishedTwice();
        if (page.equals("undo-removal")) {
            removal.removeAnyway(NAME, "x");
        }

        assertThat(browser.get()
                        .uri("/domains/example.com/" + page)
                        .with(As.administrator())
                        .locale(Locale.of("es"))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "es"))
                .hasStatusOk()
                .bodyText()
                .contains("lang=\"es\"")
                .doesNotContain("??");
    }

    @Test
    void aFormThatCameThroughSignInIsShownAgainAndDoesNothing() {
        var domain = here("mx1.example.net");

        assertThat(browser.post()
                        .uri(POLICY)
                        .with(As.administrator())
                        .with(csrf())
                        .requestAttr(Resumed.ATTRIBUTE, Resumed.Why.SIGNED_OUT)
                        .param("act", "publish")
                        .param("mx", "typed.example.net")
                        .param("max-age", "604800")
                        .param("note", "typed before"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"typed.example.net\"", "typed before", "Nothing was saved yet");
        assertThat(versions.of(domain)).isEmpty();
        assertThat(drafts.of(domain)).isEmpty();
    }

    private Domain publishedTwice() {
        signIn("Ana");
        var domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "begin", null, null);
        daysPass(1);
        publishing.publish(
                NAME,
                1,
                policy(Mode.TESTING, "mx1.example.net", "*.amazonaws.com"),
                Deed.PUBLISHED,
                "moved",
                "a danger that is known",
                null);
        signOut();
        return domain;
    }

    private MvcTestResult get(String page) {
        return browser.get().uri(page).with(As.administrator()).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(As.administrator()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult press(String button, int current, @Nullable Integer lock, String... mx) {
        return browser.post()
                .uri(POLICY)
                .with(As.administrator())
                .with(csrf())
                .param("act", button)
                .param("current", String.valueOf(current))
                .param("lock", lock == null ? "" : lock.toString())
                .param("mx", mx)
                .param("max-age", "604800")
                .param("note", "why")
                .exchange();
    }

    private static Draft saved(Saving saving) {
        return ((Saving.Saved) saving).draft();
    }
}
