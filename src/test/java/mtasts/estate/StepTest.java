package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mtasts.domain.Place;
import mtasts.policy.Reach;
import mtasts.policy.Stage;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    private static final Instant SINCE = Instant.parse("2026-03-08T09:12:00Z");
    private static final Duration TWO_WEEKS = Duration.ofHours(336);

    /**
     * What is true of a domain: m takes mail, h names hosts, u some of them uncovered, d a draft is open, c it covers
     * them, f something is flawed, l the file is live, o that of an earlier version was, r its records were created, e those
     * of an earlier version were; v it is still to be served elsewhere, w it waits here for senders to be led here, s they
     * were led here just now, t the policy host is to lead somewhere else than the records say, p reports are to go
     * somewhere else, a they had no address when the records were confirmed, n nothing is set.
     */
    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "UNPUBLISHED, '', NO_MAIL",
        "UNPUBLISHED, m, NAME_HOSTS",
        "UNPUBLISHED, mh, WRITE",
        "UNPUBLISHED, mhud, COVER_IN_DRAFT",
        "UNPUBLISHED, mhudf, COVER_IN_DRAFT",
        "UNPUBLISHED, mhdcf, MEND_DRAFT",
        "UNPUBLISHED, mhdc, PUBLISH",
        "TESTING, mhu, COVER",
        "TESTING, mhulr, COVER",
        "TESTING, mhud, COVER",
        "TESTING, mhudc, PUBLISH_COVER",
        "TESTING, mh, PUT_FILE_UP",
        "TESTING, mhf, PUT_FILE_UP",
        "TESTING, mhl, CREATE_RECORDS",
        "TESTING, mhle, UPDATE_RECORD",
        "TESTING, mhv, PUT_FILE_THERE",
        "TESTING, mhvre, PUT_FILE_THERE",
        "TESTING, mhw, POINT_HERE",
        "TESTING, mhwre, POINT_HERE",
        "TESTING, mhse, WAIT_FOR_DNS",
        "TESTING, mhln, SET_VALUES",
        "TESTING, mhlren, SET_VALUES",
        "TESTING, mhwn, SET_VALUES",
        "TESTING, mhn, PUT_FILE_UP",
        "TESTING, mhun, COVER",
        "UNPUBLISHED, mhdcn, PUBLISH",
        "RETIRING, mhlen, UPDATE_RECORD",
        "TESTING, mhlra, ADD_RECORDS",
        "TESTING, mhlrat, CHANGE_RECORDS",
        "TESTING, mhlrt, CHANGE_RECORDS",
        "TESTING, mhlrp, CHANGE_RECORDS",
        "TESTING, mhletp, CHANGE_RECORDS",
        "ENFORCE, mhlrt, CHANGE_RECORDS",
        "ENFORCE, mhult, COVER_NOW",
        "RETIRING, mhw, POINT_HERE",
        "RETIRED, mhlrt, CLEAN_UP",
        "TESTING, mhlref, MEND",
        "TESTING, mhlre, WAIT",
        "TESTING, mhlredc, WAIT",
        "ENFORCE, mhulre, COVER_NOW",
        "ENFORCE, mhulredc, PUBLISH_COVER_NOW",
        "ENFORCE, mhe, PUT_FILE_UP",
        "ENFORCE, mhle, UPDATE_RECORD",
        "ENFORCE, mhl, CREATE_RECORDS",
        "ENFORCE, mhlref, MEND",
        "ENFORCE, mhlre, ENFORCED",
        "TESTING, l, RETIRE",
        "TESTING, olre, RETIRE",
        "TESTING, o, RETIRE",
        "TESTING, '', NO_MAIL",
        "ENFORCE, lreudc, RETIRE",
        "ENFORCE, '', NO_MAIL",
        "RETIRING, mhuoe, PUT_FILE_UP",
        "RETIRING, mho, PUT_FILE_UP",
        "RETIRING, mhule, UPDATE_RECORD",
        "RETIRING, le, UPDATE_RECORD",
        "RETIRING, mhl, KEEP_HOST",
        "RETIRING, mhulre, KEEP",
        "RETIRING, mhu, REMOVE_NEVER_UP",
        "RETIRED, mhulre, CLEAN_UP",
        "RETIRED, mhle, CLEAN_UP",
        "RETIRED, mhl, REMOVE"
    })
    void theNextStepFollowsFromTheFacts(Stage stage, String facts, Step step) {
        assertThat(Step.of(facts(stage, facts, SINCE.plus(Duration.ofDays(11)))))
                .isEqualTo(step);
    }

    @Test
    void fourteenTimesTwentyFourHoursAreWaitedForToTheSecond() {
        assertThat(inTesting(TWO_WEEKS.minusSeconds(1))).isEqualTo(Step.WAIT);
        assertThat(inTesting(TWO_WEEKS)).isEqualTo(Step.PROMOTE);
    }

    @Test
    void aWeekAfterTheDayADomainIsOverdue() {
        assertThat(inTesting(TWO_WEEKS.plusDays(7).minusSeconds(1))).isEqualTo(Step.PROMOTE);
        assertThat(inTesting(TWO_WEEKS.plusDays(7))).isEqualTo(Step.PROMOTE_OVERDUE);
    }

    @Test
    void daysToGoAreCountedWithTheOneThatHasBegun() {
        assertThat(daysSaid(TWO_WEEKS.minusSeconds(1))).isEqualTo(1L);
        assertThat(daysSaid(TWO_WEEKS.minusDays(1))).isEqualTo(1L);
        assertThat(daysSaid(TWO_WEEKS.minusDays(1).minusSeconds(1))).isEqualTo(2L);
        assertThat(daysSaid(Duration.ZERO)).isEqualTo(14L);
    }

    @Test
    void onlyMailHeldBackIsUrgent() {
        assertThat(Step.values()).filteredOn(Step::urgent).containsExactly(Step.COVER_NOW, Step.PUBLISH_COVER_NOW);
    }

    @Test
    void manyHostsAreCountedAndFewAreNamed() {
        assertThat(new StepView(Step.COVER, uncovered("a.example", "b.example", "c.example"))
                        .say()
                        .arguments()
                        .get(1))
                .isInstanceOf(List.class);
        assertThat(new StepView(Step.COVER, uncovered("a.example", "b.example", "c.example", "d.example"))
                        .say()
                        .arguments()
                        .get(1))
                .isEqualTo(Words.of("estate.next.hosts", 4));
    }

    private static Step inTesting(Duration gone) {
        return Step.of(facts(Stage.TESTING, "mhlre", SINCE.plus(gone)));
    }

    private static Object daysSaid(Duration gone) {
        return new StepView(Step.WAIT, facts(Stage.TESTING, "mhlre", SINCE.plus(gone)))
                .say()
                .arguments()
                .get(5);
    }

    private static StepFacts uncovered(String... hosts) {
        var facts = facts(Stage.TESTING, "mh", SINCE);
        return new StepFacts(
                facts.name(),
                facts.place(),
                facts.stage(),
                true,
                true,
                List.of(hosts),
                false,
                false,
                false,
                true,
                facts.reach(),
                1,
                facts.since(),
                facts.until(),
                facts.now());
    }

    private static StepFacts facts(Stage stage, String facts, Instant now) {
        return new StepFacts(
                "example.com",
                Place.HERE,
                stage,
                facts.contains("m"),
                facts.contains("h"),
                facts.contains("u") ? List.of("mx2.example.net") : List.of(),
                facts.contains("d"),
                facts.contains("c"),
                facts.contains("f"),
                facts.chars().anyMatch(flag -> "lowsv".indexOf(flag) >= 0),
                reach(facts, now),
                stage == Stage.UNPUBLISHED ? 0 : 1,
                stage == Stage.UNPUBLISHED ? null : SINCE,
                stage == Stage.TESTING ? SINCE.plus(TWO_WEEKS) : null,
                now);
    }

    private static Reach reach(String facts, Instant now) {
        boolean set = !facts.contains("n");
        var here =
                new Reach.Records(Place.HERE, set ? "sts.example.net" : null, set ? "mailto:tlsrpt@example.net" : null);
        var said = new Reach.Records(
                facts.contains("t") ? Place.ELSEWHERE : Place.HERE,
                "sts.example.net",
                facts.contains("p")
                        ? "mailto:old@example.net"
                        : facts.contains("a") ? null : "mailto:tlsrpt@example.net");
        boolean waits = facts.contains("w");
        boolean settles = facts.contains("s");
        return new Reach(
                facts.contains("l") || waits || settles,
                facts.contains("v"),
                false,
                waits,
                null,
                facts.contains("l") ? SINCE : settles ? now.plusSeconds(1) : null,
                settles,
                here,
                null,
                null,
                facts.contains("r")
                        ? new Reach.Said(1, said, SINCE, "Ada")
                        : facts.contains("e") ? new Reach.Said(0, said, SINCE, "Ada") : null);
    }
}
