package mtasts.policy;

import static mtasts.policy.Past.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mtasts.policy.Timeline.Run;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Past past = new Past();

    @Test
    void nothingFollowsFromNothing() {
        assertThat(timeline().standing()).isEqualTo(Standing.UNPUBLISHED);
        assertThat(timeline().runs()).isEmpty();
        assertThat(timeline().heldUntilIfReplaced(day(0))).isNull();
    }

    @Test
    void twoWeeksOfTestingAreFourteenTimes24Hours() {
        testing(0, "mx1.example.net");

        assertThat(timeline().testingSince()).isEqualTo(day(0));
        assertThat(timeline().dueAt()).isEqualTo(day(0).plus(Duration.ofHours(336)));
    }

    @Test
    void anotherListOfHostsKeepsTestingSinceAndRestartsTheEvidenceWindow() {
        testing(0, "mx1.example.net");
        testing(5, "mx1.example.net", "mx2.example.net");

        assertThat(timeline().testingSince()).isEqualTo(day(0));
        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(5));
    }

    @Test
    void anotherOrderRestartsNothing() {
        testing(0, "mx1.example.net", "mx2.example.net");
        testing(5, "mx2.example.net", "mx1.example.net");

        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(0));
    }

    @Test
    void goingBackToTheOldListRestartsTheEvidenceWindowToo() {
        testing(0, "mx1.example.net");
        testing(5, "mx2.example.net");
        testing(7, "mx1.example.net");
        testing(8, "mx1.example.net");

        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(7));
    }

    @Test
    void backFromEnforceTestingBeginsAnew() {
        testing(0, "mx1.example.net");
        enforce(20, "mx1.example.net");
        testing(30, "mx1.example.net");

        assertThat(timeline().testingSince()).isEqualTo(day(30));
        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(30));
        assertThat(timeline().dueAt()).isEqualTo(day(44));
        assertThat(timeline().runs())
                .containsExactly(
                        new Run(Mode.TESTING, day(0), day(20)),
                        new Run(Mode.ENFORCE, day(20), day(30)),
                        new Run(Mode.TESTING, day(30), null));
    }

    @Test
    void inEnforceNothingIsTested() {
        enforce(0, "mx1.example.net");

        assertThat(timeline().testingSince()).isNull();
        assertThat(timeline().evidenceWindowSince()).isNull();
        assertThat(timeline().dueAt()).isNull();
    }

    @Test
    void theHorizonIsWhenItStoppedBeingServedAndItsMaxAge() {
        var first = testing(0, "mx1.example.net");
        var second = testing(5, "mx2.example.net");

        assertThat(timeline().horizon(first)).contains(day(5 + 7));
        assertThat(timeline().horizon(second)).isEmpty();
        assertThat(timeline().latestHorizon()).isEqualTo(day(12));
    }

    @Test
    void elsewhereTheHorizonBeginsWhenTheNewFileIsUp() {
        var first = testing(0, "mx1.example.net");
        past.elsewhere(Mode.TESTING, 5, day(6), "mx2.example.net");

        assertThat(timeline().horizon(first)).contains(day(6 + 7));
    }

    @Test
    void unconfirmedTheHorizonIsUnknown() {
        var first = testing(0, "mx1.example.net");
        past.elsewhere(Mode.NONE, 5, null, "mx1.example.net");

        assertThat(timeline().horizon(first)).contains(Instant.MAX);
        assertThat(timeline().standing().horizonUnknown()).isTrue();
        assertThat(timeline().live(day(5))).contains(first);
        assertThat(timeline().standing().stage(day(4000))).isEqualTo(Stage.RETIRING);
    }

    @Test
    void aVersionNeverConfirmedEndsWithTheNextThatIs() {
        past.elsewhere(Mode.TESTING, 0, day(0), "mx1.example.net");
        past.elsewhere(Mode.TESTING, 3, null, "mx2.example.net");
        var never = past.versions().getLast();
        past.here(Mode.TESTING, 5, "mx3.example.net");

        assertThat(timeline().horizon(never)).contains(day(5 + 7));
    }

    @Test
    void whatNoneIsHeldForMattersToNobody() {
        testing(0, "mx1.example.net");
        past.here(Mode.NONE, 5, "mx1.example.net");
        past.here(Mode.NONE, 30, "mx2.example.net");

        assertThat(timeline().latestHorizon()).isEqualTo(day(12));
        assertThat(timeline().standing().stage(day(12))).isEqualTo(Stage.RETIRING);
        assertThat(timeline().standing().stage(day(12).plusNanos(1000))).isEqualTo(Stage.RETIRED);
    }

    @Test
    void replacedNowTheLongestHeldDecides() {
        past.here(Mode.ENFORCE, 0, "mx1.example.net");
        past.elsewhere(Mode.ENFORCE, 1, null, "mx2.example.net");

        assertThat(timeline().heldUntilIfReplaced(day(2))).isEqualTo(day(9));
    }

    @Test
    void whatWasEnforcedLongAgoIsHeldNoMore() {
        enforce(0, "mx1.example.net");
        testing(10, "mx1.example.net");

        assertThat(timeline().enforcedUntilIfReplaced(day(11))).isEqualTo(day(17));
        assertThat(timeline().enforcedUntilIfReplaced(day(18))).isNull();
        assertThat(timeline().heldUntilIfReplaced(day(18))).isEqualTo(day(25));
    }

    @Test
    void theOrderInWhichTheVersionsAreGivenDoesNotMatter() {
        testing(0, "mx1.example.net");
        enforce(20, "mx1.example.net");

        assertThat(Timeline.of(past.versions().reversed()).standing())
                .isEqualTo(timeline().standing());
    }

    private Timeline timeline() {
        return past.timeline();
    }

    private PolicyVersion testing(int day, String... mx) {
        return past.here(Mode.TESTING, day, mx).versions().getLast();
    }

    private PolicyVersion enforce(int day, String... mx) {
        return past.here(Mode.ENFORCE, day, mx).versions().getLast();
    }
}
