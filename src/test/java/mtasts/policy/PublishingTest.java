package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mtasts.ApplicationTest;
import mtasts.audit.AuditTrail;
import mtasts.database.SharedDatabase;
import mtasts.domain.NoSuchDomain;
import mtasts.domain.Place;
import mtasts.policy.Publication.AlreadyPublished;
import mtasts.policy.Publication.ClockBehind;
import mtasts.policy.Publication.DraftChanged;
import mtasts.policy.Publication.Invalid;
import mtasts.policy.Publication.NothingToPublish;
import mtasts.policy.Publication.Overtaken;
import mtasts.policy.Publication.Published;
import mtasts.policy.Publication.ReasonNeeded;
import mtasts.policy.Publication.ThroughPromotion;
import mtasts.policy.Publication.ThroughRetiring;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

@ApplicationTest
class PublishingTest extends WithDomains {

    @Autowired
    private Publishing publishing;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Versions versions;

    @Autowired
    private Standings standings;

    @Autowired
    private AuditTrail audit;

    @Test
    void theDraftIsPublishedInTestingAndIsNoDraftAnyMore() {
        signIn("Ana");
        var domain = here("mx1.example.net");
        var draft = saved(null, typed("mx1.example.net"));

        var publication = publishing.publishDraft(NAME, 0, draft.lock(), "begin", null);

        assertThat(publication)
                .asInstanceOf(type(Published.class))
                .extracting(Published::version)
                .satisfies(version -> {
                    assertThat(version.number()).isEqualTo(1);
                    assertThat(version.text())
                            .isEqualTo("version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n");
                    assertThat(version.author()).isEqualTo("Ana");
                    assertThat(version.note()).isEqualTo("begin");
                    assertThat(version.publishedAt()).isEqualTo(now());
                    assertThat(version.id().text()).startsWith("20261124120000").hasSize(18);
                });
        assertThat(drafts.of(domain)).isEmpty();
        assertThat(versions.current(domain)).isEqualTo(versions.find(domain, 1)).contains(published(publication));
        assertThat(standings.of(domain))
                .isEqualTo(Timeline.of(versions.of(domain)).standing());
        assertThat(standings.of(domain).dueAt()).isEqualTo(now().plus(Duration.ofDays(14)));
    }

    @Test
    void servedHereThePublicationSaysItselfThatTheFileIsUp() {
        var domain = here("mx1.example.net");

        publish(0, policy(Mode.TESTING, "mx1.example.net"));

        assertThat(versions.live(domain)).isPresent();
        assertThat(jdbc.sql("select text from served_policy")
                        .query(String.class)
                        .single())
                .startsWith("version: STSv1\r\n");
    }

    @Test
    void servedElsewhereNothingIsLiveUntilSomebodySaysSo() {
        var domain = elsewhere("mx1.example.net");

        var publication = publish(0, policy(Mode.TESTING, "mx1.example.net"));

        assertThat(published(publication).file()).isNull();
        assertThat(versions.live(domain)).isEmpty();
    }

    @Test
    void everyPublicationIsInTheAuditTrailWithBeforeAndAfter() {
        signIn("Ana");
        here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(1);
        publish(1, policy(Mode.TESTING, "mx1.example.net", "mx2.example.net"));

        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("policy.published");
            assertThat(entry.subject()).isEqualTo("example.com");
            assertThat(entry.who()).isEqualTo("Ana");
            assertThat(entry.before()).containsEntry("version", 1).containsEntry("mx", List.of("mx1.example.net"));
            assertThat(entry.after())
                    .containsEntry("version", 2)
                    .containsEntry("mx", List.of("mx1.example.net", "mx2.example.net"));
        });
    }

    @Test
    void pressedTwiceItIsOneVersion() {
        var domain = here("mx1.example.net");
        var first = publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        daysPass(1);
        var again = publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(again).isEqualTo(new AlreadyPublished(published(first)));
        assertThat(versions.of(domain)).hasSize(1);
    }

    @Test
    void theSavedDraftPublishedTwiceIsOneVersion() {
        var domain = here("mx1.example.net");
        var draft = saved(null, typed("mx1.example.net"));
        var first = publishing.publishDraft(NAME, 0, draft.lock(), "", null);
        daysPass(1);

        assertThat(publishing.publishDraft(NAME, 0, draft.lock(), "", null))
                .isEqualTo(new AlreadyPublished(published(first)));
        assertThat(versions.of(domain)).hasSize(1);
    }

    @Test
    void theSameDeedTwiceIsOneVersion() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(14);
        var enforce = policy(Mode.ENFORCE, "mx1.example.net");
        var first = publishing.publish(NAME, 1, enforce, Deed.PROMOTED, "", null, null);
        daysPass(1);

        assertThat(publishing.publish(NAME, 1, enforce, Deed.PROMOTED, "", null, null))
                .isEqualTo(new AlreadyPublished(published(first)));
        assertThat(versions.of(domain)).hasSize(2);
    }

    @Test
    void twoAtOnceMakeOneVersion() throws Exception {
        var domain = here("mx1.example.net");
        var draft = saved(null, typed("mx1.example.net"));

        var outcomes = atOnce(4, () -> publishing.publishDraft(NAME, 0, draft.lock(), "", null));

        assertThat(versions.of(domain)).hasSize(1);
        assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyPublished.class::isInstance).hasSize(3);
        assertThat(count("audit_entry where action = 'policy.published'")).isEqualTo(1);
    }

    @Test
    void ofTwoDifferentTextsAtOnceOneIsPublishedAndTheOtherIsTold() throws Exception {
        var domain = here("mx1.example.net", "mx2.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        clock.advance(Duration.ofSeconds(1));
        var number = new java.util.concurrent.atomic.AtomicInteger();

        var outcomes = atOnce(
                2,
                () -> publishing.publishTyped(
                        NAME,
                        1,
                        null,
                        typed("mx1.example.net", "mx" + number.incrementAndGet() + ".example.org"),
                        null));

        assertThat(versions.of(domain)).hasSize(2);
        assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Overtaken.class::isInstance).hasSize(1);
    }

    @Test
    void whoeverIsOvertakenIsShownTheVersionThatOvertook() {
        here("mx1.example.net");
        var first = published(publish(0, policy(Mode.TESTING, "mx1.example.net")));
        daysPass(1);

        assertThat(publishing.publishTyped(NAME, 0, null, typed("mx2.example.net"), null))
                .isEqualTo(new Overtaken(first));
    }

    @Test
    void aDraftThatSomebodyElseSavedMeanwhileIsNotPublishedUnseen() {
        here("mx1.example.net");
        var mine = saved(null, typed("mx1.example.net"));
        var theirs = saved(mine.lock(), typed("mx1.example.net", "mx2.example.net"));

        assertThat(publishing.publishDraft(NAME, 0, mine.lock(), "", null)).isEqualTo(new DraftChanged(theirs));
        assertThat(publishing.publishTyped(NAME, 0, mine.lock(), typed("mx3.example.net"), null))
                .isEqualTo(new DraftChanged(theirs));
    }

    @Test
    void aDraftThatIsGoneIsNotPublished() {
        here("mx1.example.net");
        var draft = saved(null, typed("mx1.example.net"));
        drafting.discard(NAME);

        assertThat(publishing.publishDraft(NAME, 0, draft.lock(), "", null)).isEqualTo(new DraftChanged(null));
    }

    @Test
    void aTextEqualToTheCurrentOneIsNothingToPublish() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(1);

        assertThat(publishing.publishTyped(NAME, 1, null, typed(" MX1.example.net "), null))
                .isEqualTo(new NothingToPublish());
        assertThat(versions.of(domain)).hasSize(1);
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void aDraftThatCameToSayWhatIsPublishedIsClosedWhenThereIsNothingToPublish() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        var draft = ((Saving.Saved) drafting.save(NAME, 1, null, typed("mx2.example.net"))).draft();
        daysPass(1);
        publish(1, policy(Mode.TESTING, "mx2.example.net"));

        assertThat(publishing.publishDraft(NAME, 2, draft.lock(), "", null)).isEqualTo(new NothingToPublish());
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void nothingInvalidIsEverPublishedAndWhatWasTypedStays() {
        var domain = here("mx1.example.net");

        assertThat(publishing.publishTyped(NAME, 0, null, typed("mx1.example.net."), "because"))
                .asInstanceOf(type(Invalid.class))
                .satisfies(invalid ->
                        assertThat(invalid.findings()).extracting("code").containsExactly(PolicyCode.MX_SYNTAX));
        assertThat(versions.of(domain)).isEmpty();
        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed("mx1.example.net."));
    }

    @Test
    void dangerIsPublishedWithAReasonThatIsKept() {
        var domain = here("mx1.example.net");
        var broad = typed("mx1.example.net", "*.amazonaws.com");

        assertThat(publishing.publishTyped(NAME, 0, null, broad, "  "))
                .asInstanceOf(type(ReasonNeeded.class))
                .satisfies(needed ->
                        assertThat(needed.findings()).extracting("code").containsExactly(PolicyCode.MX_BROAD));
        var lock = drafts.of(domain).orElseThrow().lock();
        var publication = publishing.publishTyped(NAME, 0, lock, broad, " a move under way ");

        assertThat(published(publication).reason()).isEqualTo("a move under way");
        assertThat(versions.current(domain)).map(PolicyVersion::reason).contains("a move under way");
    }

    @Test
    void adviceDoesNotBlock() {
        here("mx1.example.net", "mx2.example.net");

        assertThat(publishing.publishTyped(NAME, 0, null, new Typed(List.of("mx1.example.net"), "86400", ""), null))
                .isInstanceOf(Published.class);
    }

    @Test
    void aHostLeftUncoveredIsDangerInEnforce() {
        here("mx1.example.net", "mx2.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(14);

        assertThat(publishing.publish(NAME, 1, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED, "", null, null))
                .isInstanceOf(ReasonNeeded.class);
    }

    @Test
    void enforceComesThroughPromotionAlone() {
        here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(14);
        var enforce = policy(Mode.ENFORCE, "mx1.example.net");

        assertThat(publish(1, enforce)).isEqualTo(new ThroughPromotion());
        assertThat(publishing.publish(NAME, 1, enforce, Deed.PROMOTED, "", null, new Word(true, true, true)))
                .isInstanceOf(Published.class);
        daysPass(1);
        assertThat(publish(2, policy(Mode.ENFORCE, "mx1.example.net", "mx2.example.net")))
                .isInstanceOf(Published.class);
    }

    @Test
    void theWordIsKeptWithTheVersion() {
        var domain = here("mx1.example.net");
        var word = new Word(true, false, true);

        publishing.publish(NAME, 0, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED_ANYWAY, "", "at once", word);

        assertThat(versions.current(domain)).map(PolicyVersion::word).contains(word);
    }

    @Test
    void noneComesThroughRetiringAlone() {
        here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(1);

        assertThat(publish(1, policy(Mode.NONE, "mx1.example.net"))).isEqualTo(new ThroughRetiring());
    }

    @Test
    void theDraftTakesTheCurrentMode() {
        var domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED_ANYWAY, "", "at once", null);
        daysPass(1);

        var publication = publishing.publishTyped(NAME, 1, null, typed("mx1.example.net", "mx2.example.net"), null);

        assertThat(published(publication).mode()).isEqualTo(Mode.ENFORCE);
        assertThat(versions.current(domain))
                .map(PolicyVersion::text)
                .get()
                .asString()
                .contains("mode: enforce\r\n");
    }

    @Test
    void fromNoneTheDraftBeginsTestingAnew() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        daysPass(1);
        publishing.publish(NAME, 1, policy(Mode.NONE, "mx1.example.net"), Deed.RETIRED, "", null, null);
        daysPass(1);

        publishing.publishTyped(NAME, 2, null, typed("mx1.example.net"), null);

        assertThat(standings.of(domain).mode()).isEqualTo(Mode.TESTING);
        assertThat(standings.of(domain).modeSince()).isEqualTo(now());
    }

    @Test
    void anOpenDraftStaysWhenSomethingElseIsPublished() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));
        var draft = saved(1, null, typed("mx1.example.net", "mx2.example.net"));
        daysPass(14);

        publishing.publish(NAME, 1, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED, "", null, null);

        assertThat(drafts.of(domain)).contains(draft);
    }

    @Test
    void enforcedAtOnceTheDraftIsConsumed() {
        var domain = here("mx1.example.net");
        saved(null, typed("mx1.example.net"));

        publishing.publish(NAME, 0, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED_ANYWAY, "", "at once", null);

        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void anInstantNotLaterThanThePredecessorsIsRefused() {
        var domain = here("mx1.example.net");
        publish(0, policy(Mode.TESTING, "mx1.example.net"));

        assertThat(publish(1, policy(Mode.TESTING, "mx2.example.net"))).isEqualTo(new ClockBehind(now()));
        clock.set(now().minusSeconds(60));
        assertThat(publish(1, policy(Mode.TESTING, "mx2.example.net")))
                .isEqualTo(new ClockBehind(now().plusSeconds(60)));
        assertThat(versions.of(domain)).hasSize(1);
    }

    @Test
    void aClockFinerThanTheDatabasesMakesNoVersionThatIsNotLater() {
        here("mx1.example.net");
        clock.set(Instant.parse("2026-11-24T12:00:00.123456100Z"));
        var first = published(publish(0, policy(Mode.TESTING, "mx1.example.net")));
        clock.set(Instant.parse("2026-11-24T12:00:00.123456900Z"));

        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-11-24T12:00:00.123456Z"));
        assertThat(publish(1, policy(Mode.TESTING, "mx2.example.net"))).isEqualTo(new ClockBehind(first.publishedAt()));
    }

    @Test
    void theSameTextAgainWithinASecondHasAnotherId() {
        var domain = here("mx1.example.net", "mx2.example.net");
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofMillis(10));
            assertThat(publish(i, policy(Mode.TESTING, i % 2 == 0 ? "mx1.example.net" : "mx2.example.net")))
                    .isInstanceOf(Published.class);
        }

        assertThat(versions.of(domain)).extracting(PolicyVersion::id).doesNotHaveDuplicates();
    }

    @Test
    void aCrashInTheMiddleOfPublishingLeavesNothingByHalf() {
        var domain = here("mx1.example.net");
        var draft = saved(null, typed("mx1.example.net"));
        var entries = count("audit_entry");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(publishing.publishDraft(NAME, 0, draft.lock(), "", null))
                            .isInstanceOf(Published.class);
                    killTheConnection(jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single());
                }))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);

        assertThat(versions.of(domain)).isEmpty();
        assertThat(count("policy_confirmation")).isZero();
        assertThat(standings.of(domain)).isEqualTo(Standing.UNPUBLISHED);
        assertThat(drafts.of(domain)).contains(draft);
        assertThat(count("audit_entry")).isEqualTo(entries);
        assertThat(publishing.publishDraft(NAME, 0, draft.lock(), "", null)).isInstanceOf(Published.class);
    }

    @Test
    void aNameThatIsNotRegisteredIsNotPublished() {
        assertThatThrownBy(() -> publish(0, policy(Mode.TESTING, "mx1.example.net")))
                .isInstanceOf(NoSuchDomain.class);
    }

    @Test
    void domainsDoNotWaitForOneAnother() {
        here("mx1.example.net");
        var other = DomainName.of("example.org");
        register(other, Place.HERE, "mx1.example.net");

        transaction.executeWithoutResult(status -> {
            domains.lock(NAME);
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var publication = executor.submit(() -> publishing.publish(
                        other, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null));
                assertThat(publication).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(Published.class);
            }
        });
    }

    private Publication publish(int expectedCurrent, Policy policy) {
        return publishing.publish(NAME, expectedCurrent, policy, Deed.PUBLISHED, "", null, null);
    }

    private Draft saved(@Nullable Integer lock, Typed typed) {
        return saved(0, lock, typed);
    }

    private Draft saved(int expectedCurrent, @Nullable Integer lock, Typed typed) {
        return ((Saving.Saved) drafting.save(NAME, expectedCurrent, lock, typed)).draft();
    }

    private static PolicyVersion published(Publication publication) {
        return ((Published) publication).version();
    }

    private static <T> List<T> atOnce(int threads, Callable<T> deed) throws Exception {
        var together = new CyclicBarrier(threads);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit(() -> {
                        together.await();
                        return deed.call();
                    }))
                    .toList();
            var outcomes = new java.util.ArrayList<T>();
            for (var one : all) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private static void killTheConnection(@Nullable Integer pid) {
        try (var connection = SharedDatabase.connectAsSuperuser();
                var statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, Objects.requireNonNull(pid));
            statement.execute();
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
