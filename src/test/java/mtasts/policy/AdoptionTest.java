package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.policy.Adoption.Live;
import mtasts.policy.Adoption.Outcome;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;

@ApplicationTest
class AdoptionTest extends WithDomains {

    private static final String TEXT = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n";
    private static final PolicyId ID = new PolicyId("20240101T000000");

    @Autowired
    private Adoption adoption;

    @Autowired
    private Versions versions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Confirming confirming;

    @Autowired
    private Retiring retiring;

    @Autowired
    private Removal removal;

    @Autowired
    private Standings standings;

    @Autowired
    private Reaches reaches;

    @Autowired
    private PolicyFindings findings;

    @Autowired
    private ApplicationEventPublisher events;

    private Outcome adopt(String text) {
        return adopt(text, null, null);
    }

    private Outcome adopt(String text, @Nullable Instant since, @Nullable MaxAge earlier) {
        return Objects.requireNonNull(transaction.execute(
                status -> adoption.adopt(domains.lock(NAME), new Live(text, ID, new Adopted(since, earlier)))));
    }

    private PolicyVersion adopted(String text) {
        return ((Outcome.Adopted) adopt(text)).version();
    }

    private Domain domain() {
        return domains.require(NAME);
    }

    private static String text(String mode) {
        return TEXT.replace("testing", mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "version: STSv1\nmode: testing\nmx: mx1.example.net\nmax_age: 604800\n",
                "version: STSv1\nmode: testing\nmx: mx1.example.net\nmax_age: 604800",
                "mode: testing\nversion: STSv1\nmax_age: 0604800  \nmx: MX1.example.net\t\nmx: mx1.example.net\n",
                "version: STSv1\r\n"
                        + "mode: testing\n"
                        + "mx: mx1.example.net\n"
                        + "mx: *.example.org\n"
                        + "max_age: 1\n"
                        + "max_age: 604800\n",
                "version: STSv1\n"
                        + "mode: testing\n"
                        + "mx: mx1.example.net\n"
                        + "max_age: 604800\n"
                        + "contact: postmäster 🐘 \u0085\u2028x\n",
            })
    void aTextIsKeptToTheOctetWhateverItLooksLike(String text) {
        elsewhere("mx1.example.net");

        var version = adopted(text);

        assertThat(version.text()).isEqualTo(text);
        assertThat(versions.current(domain()))
                .contains(versions.find(domain(), 1).orElseThrow());
        assertThat(versions.current(domain()).orElseThrow().text()).isEqualTo(text);
        assertThat(jdbc.sql("select encode(convert_to(text, 'UTF8'), 'hex') = encode(:octets, 'hex') from"
                                + " policy_version")
                        .param("octets", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(version.id()).isEqualTo(ID);
        assertThat(findings.current(domain()))
                .isEqualTo(Judgement.of(text, domain().hostNames()).findings());
    }

    @Test
    void fileAndRecordAreUpByTheWordOfTheAdopterAndNothingIsAskedFor() {
        nothingIsSet();
        elsewhere("mx1.example.net");

        adopted(TEXT);

        var reach = reaches.of(domain());
        assertThat(reach.fileUp()).isTrue();
        assertThat(reach.live(now())).isTrue();
        assertThat(reach.recordsSay(1)).isTrue();
        assertThat(reach.leaving() || reach.stillHere() || reach.arriving()).isFalse();
        assertThat(versions.live(domain())).map(PolicyVersion::number).contains(1);
    }

    @Test
    void theReportRecordIsNotTakenForCreatedWhereTheAdopterSaidNothingOfIt() {
        elsewhere("mx1.example.net");
        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(NAME);
            domain.override(null, "mailto:tls@example.com", now());
            domains.saveAndFlush(domain);
        });

        adopted(TEXT);

        assertThat(reaches.of(domain()).reportAddressAdded()).isTrue();
        assertThat(reaches.of(domain()).reportAddressChanged()).isFalse();
        assertThat(reaches.of(domain()).policyHostChanged()).isFalse();
    }

    @Test
    void testingCountsFromTheDayThatIsKnown() {
        elsewhere("mx1.example.net");
        var since = now().minus(Duration.ofDays(10));

        adopt(TEXT, since, MaxAge.WEEK);

        assertThat(standings.of(domain()).modeSince()).isEqualTo(since);
        assertThat(standings.of(domain()).dueAt()).isEqualTo(since.plus(Standing.TWO_WEEKS));
        var timeline = Timeline.of(versions.of(domain()));
        assertThat(timeline.testingSince()).isEqualTo(since);
        assertThat(timeline.evidenceWindowSince()).isEqualTo(since);
        assertThat(timeline.standing()).isEqualTo(standings.of(domain()));
        assertThat(versions.current(domain()).orElseThrow().publishedAt()).isEqualTo(now());
        daysPass(4);
        assertThat(standings.of(domain()).due(now())).isTrue();
    }

    @Test
    void withoutAKnownDayTestingCountsFromTheAdoption() {
        elsewhere("mx1.example.net");

        adopted(TEXT);

        assertThat(standings.of(domain()).modeSince()).isEqualTo(now());
    }

    @ParameterizedTest
    @CsvSource({"testing,TESTING", "enforce,ENFORCE", "none,NONE"})
    void everyModeIsAdoptedAsItIs(String text, Mode mode) {
        elsewhere("mx1.example.net");

        var version = adopted(text(text));

        assertThat(version.mode()).isEqualTo(mode);
        assertThat(version.deed()).isEqualTo(Deed.ADOPTED);
        assertThat(version.reason()).isNull();
        assertThat(standings.of(domain()).mode()).isEqualTo(mode);
    }

    @Test
    void anEnforcedTextThatHoldsMailBackIsAdoptedWithItsDanger() {
        elsewhere("mx1.example.net", "mx2.example.net");

        adopted(text("enforce"));

        assertThat(findings.current(domain()))
                .extracting(finding -> finding.code().text())
                .contains("policy.mx.uncovered");
        assertThat(jdbc.sql("select worst_severity from domain")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whatWasThereBeforeCountsAsAYearWhereNobodyKnowsIt() {
        elsewhere("mx1.example.net");
        adopted(TEXT);
        var year = now().plus(MaxAge.LONGEST.duration());
        assertThat(standings.of(domain()).latestHorizon()).isEqualTo(year);

        daysPass(1);
        retiring.retire(NAME, 1, "given up");
        assertThat(confirming.fileIsUp(NAME, 2)).isEqualTo(Confirming.Outcome.CONFIRMED);
        daysPass(30);

        assertThat(standings.of(domain()).stage(now())).isEqualTo(Stage.RETIRING);
        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.HELD);
        daysPass(336);
        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.REMOVED);
    }

    @Test
    void aKnownLengthBeforeCountsFromTheDayThatTheTextWasPutUp() {
        elsewhere("mx1.example.net");
        var since = now().minus(Duration.ofDays(10));

        adopt(TEXT, since, new MaxAge(Duration.ofDays(30).toSeconds()));

        assertThat(standings.of(domain()).latestHorizon()).isEqualTo(since.plus(Duration.ofDays(30)));
        assertThat(Timeline.of(versions.of(domain())).standing()).isEqualTo(standings.of(domain()));
    }

    @Test
    void aRetiredDomainWithNothingBeforeCanGoAtOnce() {
        elsewhere("mx1.example.net");

        adopt(text("none"), null, new MaxAge(0));

        assertThat(standings.of(domain()).stage(now())).isEqualTo(Stage.RETIRED);
        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.REMOVED);
    }

    @Test
    void theNextVersionGoesOnFromItWithAnotherId() {
        elsewhere("mx1.example.net");
        var since = now().minus(Duration.ofDays(3));
        adopt(TEXT, since, null);
        clock.advance(Duration.ofSeconds(1));

        drafting.save(NAME, 1, null, typed("mx1.example.net", "mx2.example.net"));
        var published = (Publication.Published) publishing.publishDraft(
                NAME, 1, drafts.of(domain()).orElseThrow().lock(), "", "the second host comes");

        assertThat(published.version().number()).isEqualTo(2);
        assertThat(published.version().id()).isNotEqualTo(ID);
        assertThat(standings.of(domain()).modeSince()).isEqualTo(since);
        assertThat(versions.live(domain())).map(PolicyVersion::number).contains(1);
        assertThat(drafting.save(NAME, 2, null, typed("mx1.example.net", "mx2.example.net")))
                .isInstanceOf(Saving.Same.class);
    }

    @Test
    void aDraftThatSaysTheSameIsClosedAndAnotherStays() {
        elsewhere("mx1.example.net");
        drafting.save(NAME, 0, null, typed("mx1.example.net"));
        adopted(TEXT);
        assertThat(drafts.of(domain())).isEmpty();
    }

    @Test
    void aDraftThatSaysSomethingElseBecomesTheNextVersions() {
        elsewhere("mx1.example.net");
        drafting.save(NAME, 0, null, typed("mx1.example.net", "mx2.example.net"));
        adopted(TEXT);
        assertThat(drafts.of(domain()).orElseThrow().typed().mx())
                .containsExactly("mx1.example.net", "mx2.example.net");
    }

    @Test
    void whoAdoptsTwiceAdoptsOnce() {
        elsewhere("mx1.example.net");
        adopted(TEXT);

        assertThat(adopt(TEXT)).isInstanceOf(Outcome.Already.class);
        assertThat(adopt(text("enforce"))).isInstanceOf(Outcome.Refused.class);
        assertThat(count("policy_version")).isOne();
    }

    @Test
    void aDomainWithVersionsIsNotAdopted() {
        elsewhere("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);

        assertThat(adopt(TEXT)).isInstanceOf(Outcome.Refused.class);
        assertThat(count("policy_version")).isOne();
    }

    @Test
    void whatNoSenderCanFollowBecomesADraft() {
        elsewhere("mx1.example.net");

        var outcome = (Outcome.Drafted)
                adopt("version: STSv1\nMode: testing\nmx: mx_1.example.net\n mx : mx2.example.net\nMax-Age: 86400\n\n");

        assertThat(outcome.findings()).isNotEmpty();
        var note = outcome.draft().typed().note();
        assertThat(note)
                .startsWith("id: ")
                .endsWith("\n\n"
                        + "version: STSv1\n"
                        + "Mode: testing\n"
                        + "mx: mx_1.example.net\n"
                        + " mx : mx2.example.net\n"
                        + "Max-Age: 86400");
        assertThat(outcome.draft().typed())
                .isEqualTo(new Typed(java.util.List.of("mx_1.example.net", "mx2.example.net"), "86400", note));
        assertThat(findings.draft(domain()))
                .extracting(finding -> finding.code().text())
                .contains("policy.mx.syntax");
        assertThat(count("policy_version")).isZero();
        assertThat(standings.of(domain())).isEqualTo(Standing.UNPUBLISHED);
    }

    @Test
    void aTextOfNothingOrOfNoiseBecomesADraftToo() {
        elsewhere("mx1.example.net");

        assertThat(((Outcome.Drafted) adopt("")).draft().typed().mx()).isEmpty();
        assertThat(((Outcome.Drafted) adopt("mx:a\n".repeat(5_000)))
                        .draft()
                        .typed()
                        .mx())
                .hasSize(PolicyForm.MOST_LINES);
        var note = ((Outcome.Drafted) adopt("a\u202eb\r\n" + "é😀".repeat(5_000)))
                .draft()
                .typed()
                .note();
        assertThat(note).contains("aU+202E RIGHT-TO-LEFT OVERRIDEb\né😀").endsWith("…");
        assertThat(note.codePointCount(0, note.length())).isEqualTo(2_000);
    }

    @Test
    void moveItHereAfterwardsAndItIsServedAsItIsWhileTheHorizonsStay() {
        elsewhere("mx1.example.net");
        adopted(TEXT.replace("\r\n", "\n"));
        daysPass(1);

        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(NAME);
            domain.serve(Place.HERE, now());
            domains.saveAndFlush(domain);
            events.publishEvent(new PlaceChanged(domain.id(), Place.HERE));
        });

        assertThat(jdbc.sql("select text from served_policy")
                        .query(String.class)
                        .single())
                .isEqualTo(TEXT.replace("\r\n", "\n"));
        assertThat(reaches.of(domain()).policyHostChanged()).isTrue();
        assertThat(reaches.of(domain()).arriving()).isTrue();
    }

    @Test
    void noDayInTheFutureIsTaken() {
        elsewhere("mx1.example.net");
        assertThatThrownBy(() -> adopt(TEXT, now().plusSeconds(1), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place,"
                    + " published_at, deed, author, adopted_since) select id, 1, 'a', 'x', 'testing', '{}', 1, 'here',"
                    + " now(), 'published', 'Ana', now() from domain",
                "insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place,"
                    + " published_at, deed, author, adopted_since) select id, 1, 'a', 'x', 'testing', '{}', 1, 'here',"
                    + " now(), 'adopted', 'Ana', now() + interval '1 day' from domain",
                "insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place,"
                        + " published_at, deed, author, earlier_max_age) select id, 1, 'a', 'x', 'testing', '{}', 1,"
                        + " 'here', now(), 'adopted', 'Ana', 31557601 from domain",
            })
    void theDatabaseRefusesAnAdoptionThatCannotBe(String statement) {
        elsewhere("mx1.example.net");
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }
}
