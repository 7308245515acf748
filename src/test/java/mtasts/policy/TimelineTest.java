package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mtasts.domain.Place;
import mtasts.policy.Timeline.Run;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-03-08T09:00:00Z");

    private final List<PolicyVersion> versions = new ArrayList<>();

    @Test
    void nothingFollowsFromNothing() {
        assertThat(timeline().standing()).isEqualTo(Standing.UNPUBLISHED);
        assertThat(timeline().runs()).isEmpty();
        assertThat(timeline().heldUntilIfReplaced(START)).isNull();
    }

    @Test
    void twoWeeksOfTestingAreFourteenTimes24Hours() {
        testing(day(0), "mx1.example.net");

        assertThat(timeline().testingSince()).isEqualTo(day(0));
        assertThat(timeline().dueAt()).isEqualTo(START.plus(Duration.ofHours(336)));
    }

    @Test
    void anotherListOfHostsKeepsTestingSinceAndRestartsTheEvidenceWindow() {
        testing(day(0), "mx1.example.net");
        testing(day(5), "mx1.example.net", "mx2.example.net");

        assertThat(timeline().testingSince()).isEqualTo(day(0));
        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(5));
    }

    @Test
    void anotherOrderRestartsNothing() {
        testing(day(0), "mx1.example.net", "mx2.example.net");
        testing(day(5), "mx2.example.net", "mx1.example.net");

        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(0));
    }

    @Test
    void goingBackToTheOldListRestartsTheEvidenceWindowToo() {
        testing(day(0), "mx1.example.net");
        testing(day(5), "mx2.example.net");
        testing(day(7), "mx1.example.net");
        testing(day(8), "mx1.example.net");

        assertThat(timeline().evidenceWindowSince()).isEqualTo(day(7));
    }

    @Test
    void backFromEnforceTestingBeginsAnew() {
        testing(day(0), "mx1.example.net");
        enforce(day(20), "mx1.example.net");
        testing(day(30), "mx1.example.net");

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
        enforce(day(0), "mx1.example.net");

        assertThat(timeline().testingSince()).isNull();
        assertThat(timeline().evidenceWindowSince()).isNull();
        assertThat(timeline().dueAt()).isNull();
    }

    @Test
    void theHorizonIsWhenItStoppedBeingServedAndItsMaxAge() {
        var first = testing(day(0), "mx1.example.net");
        var second = testing(day(5), "mx2.example.net");

        assertThat(timeline().horizon(first)).contains(day(5 + 7));
        assertThat(timeline().horizon(second)).isEmpty();
        assertThat(timeline().latestHorizon()).isEqualTo(day(12));
    }

    @Test
    void elsewhereTheHorizonBeginsWhenTheNewFileIsUp() {
        var first = testing(day(0), "mx1.example.net");
        version(Mode.TESTING, day(5), Place.ELSEWHERE, day(6), "mx2.example.net");

        assertThat(timeline().horizon(first)).contains(day(6 + 7));
    }

    @Test
    void unconfirmedTheHorizonIsUnknown() {
        var first = testing(day(0), "mx1.example.net");
        version(Mode.NONE, day(5), Place.ELSEWHERE, null, "mx1.example.net");

        assertThat(timeline().horizon(first)).contains(Instant.MAX);
        assertThat(timeline().standing().horizonUnknown()).isTrue();
        assertThat(timeline().live()).contains(first);
        assertThat(timeline().standing().stage(day(4000))).isEqualTo(Stage.RETIRING);
    }

    @Test
    void aVersionNeverConfirmedEndsWithTheNextThatIs() {
        version(Mode.TESTING, day(0), Place.ELSEWHERE, day(0), "mx1.example.net");
        var never = version(Mode.TESTING, day(3), Place.ELSEWHERE, null, "mx2.example.net");
        version(Mode.TESTING, day(5), Place.HERE, day(5), "mx3.example.net");

        assertThat(timeline().horizon(never)).contains(day(5 + 7));
    }

    @Test
    void whatNoneIsHeldForMattersToNobody() {
        testing(day(0), "mx1.example.net");
        version(Mode.NONE, day(5), Place.HERE, day(5), "mx1.example.net");
        version(Mode.NONE, day(30), Place.HERE, day(30), "mx2.example.net");

        assertThat(timeline().latestHorizon()).isEqualTo(day(12));
        assertThat(timeline().standing().stage(day(12))).isEqualTo(Stage.RETIRING);
        assertThat(timeline().standing().stage(day(12).plusNanos(1000))).isEqualTo(Stage.RETIRED);
    }

    @Test
    void replacedNowTheLongestHeldDecides() {
        version(Mode.ENFORCE, day(0), Place.HERE, day(0), "mx1.example.net");
        version(Mode.ENFORCE, day(1), Place.ELSEWHERE, null, "mx2.example.net");

        assertThat(timeline().heldUntilIfReplaced(day(2))).isEqualTo(day(9));
    }

    @Test
    void theOrderInWhichTheVersionsAreGivenDoesNotMatter() {
        testing(day(0), "mx1.example.net");
        enforce(day(20), "mx1.example.net");

        assertThat(Timeline.of(versions.reversed()).standing())
                .isEqualTo(timeline().standing());
    }

    private Timeline timeline() {
        return Timeline.of(versions);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private PolicyVersion testing(Instant at, String... mx) {
        return version(Mode.TESTING, at, Place.HERE, at, mx);
    }

    private PolicyVersion enforce(Instant at, String... mx) {
        return version(Mode.ENFORCE, at, Place.HERE, at, mx);
    }

    private PolicyVersion version(Mode mode, Instant at, Place place, @Nullable Instant liveAt, String... mx) {
        var policy = new Policy(mode, Stream.of(mx).map(MxPattern::of).toList(), MaxAge.WEEK);
        var version = new PolicyVersion(
                1,
                versions.size() + 1,
                PolicyId.of(at, policy.text()),
                policy.text(),
                mode,
                policy.mx(),
                policy.maxAge(),
                place,
                at,
                Deed.PUBLISHED,
                "postmaster",
                "",
                null,
                null,
                liveAt == null ? null : new Confirmation(liveAt, "postmaster"),
                null);
        versions.add(version);
        return version;
    }
}
