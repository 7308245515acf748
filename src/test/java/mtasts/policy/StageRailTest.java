package mtasts.policy;

import static mtasts.policy.Past.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.web.Glyph;
import mtasts.web.Rail;
import mtasts.web.Rail.Day;
import mtasts.web.Rail.Stop;
import mtasts.web.Rail.Time;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;

class StageRailTest {

    private static final String MX = "mx1.example.net";

    private final Past past = new Past();

    @Test
    void unpublishedAllDaysAreToCome() {
        var rail = rail(day(11));

        assertThat(rail.shape()).isEqualTo(Rail.Shape.UP);
        assertThat(rail.label()).isEqualTo(Words.of("policy.rail.label", "example.com"));
        assertThat(rail.stops())
                .extracting(Stop::glyph, Stop::time)
                .containsExactly(
                        tuple(Glyph.UNPUBLISHED, Time.NOW),
                        tuple(Glyph.TESTING, Time.LATER),
                        tuple(Glyph.ENFORCE, Time.LATER),
                        tuple(Glyph.RETIRING, Time.LATER));
        assertThat(gone(rail.stops().get(1))).isEqualTo("..............");
        assertThat(rail.stops().get(2).note()).isEqualTo(Words.of("policy.rail.earliest", Words.weekday(day(11 + 14))));
    }

    @Test
    void inTestingDaysAreCountedUpFromTheDayOfPublication() {
        past.here(Mode.TESTING, 0, MX);

        var rail = rail(day(11).plus(Duration.ofMinutes(28)));

        var testing = rail.stops().get(1);
        assertThat(testing.time()).isEqualTo(Time.NOW);
        assertThat(testing.big()).isEqualTo(Words.of("policy.rail.day-of", 11L, 14));
        assertThat(testing.note()).isEqualTo(Words.of("policy.rail.testing.since", Words.day(day(0)), 3L));
        assertThat(gone(testing)).isEqualTo("###########...");
        assertThat(days(testing)).first().isEqualTo(new Day(LocalDate.of(2026, 3, 8), true));
        assertThat(days(testing)).last().isEqualTo(new Day(LocalDate.of(2026, 3, 21), false));
        assertThat(rail.stops().get(2).note()).isEqualTo(Words.of("policy.rail.earliest", Words.weekday(day(14))));
        assertThat(rail.stops().getFirst().note()).isEqualTo(Words.of("policy.rail.until", Words.day(day(0))));
    }

    @Test
    void onTheFirstDayNoneHasGoneBy() {
        past.here(Mode.TESTING, 0, MX);

        assertThat(rail(day(0)).stops().get(1).big()).isEqualTo(Words.of("policy.rail.day-of", 0L, 14));
        assertThat(gone(rail(day(0)).stops().get(1))).isEqualTo("..............");
        assertThat(gone(rail(day(1)).stops().get(1))).isEqualTo("#.............");
    }

    @Test
    void dueItSaysSoAndGoesOnCounting() {
        past.here(Mode.TESTING, 0, MX);

        var testing = rail(day(21)).stops().get(1);

        assertThat(gone(testing)).isEqualTo("##############");
        assertThat(testing.big()).isEqualTo(Words.of("policy.rail.day-needed", 21L, 14));
        assertThat(testing.note())
                .isEqualTo(Words.of("policy.rail.testing.due", Words.day(day(0)), Words.day(day(14))));
        assertThat(rail(day(21)).stops().get(2).note()).isEqualTo(Words.of("policy.rail.when-you-say-so"));
    }

    @Test
    void inEnforceTestingLiesBehind() {
        past.here(Mode.TESTING, 0, MX).here(Mode.ENFORCE, 18, MX);

        var stops = rail(day(18 + 57)).stops();

        assertThat(stops)
                .extracting(Stop::glyph, Stop::time)
                .containsExactly(
                        tuple(Glyph.UNPUBLISHED, Time.PAST),
                        tuple(Glyph.TESTING, Time.PAST),
                        tuple(Glyph.ENFORCE, Time.NOW),
                        tuple(Glyph.RETIRING, Time.LATER));
        assertThat(stops.get(1).note()).isEqualTo(Words.of("policy.rail.testing.passed", 18L, Words.day(day(18))));
        assertThat(stops.get(2).big()).isEqualTo(Words.of("policy.rail.day", 57L));
    }

    @Test
    void enforcedAtOnceTestingWasSkipped() {
        past.here(Mode.ENFORCE, 0, MX);

        assertThat(rail(day(1)).stops().get(1).note()).isEqualTo(Words.of("policy.rail.testing.skipped"));
    }

    @Test
    void retiringDaysAreCountedDown() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, MX).here(Mode.NONE, 60, MX);

        var rail = rail(day(65));

        assertThat(rail.shape()).isEqualTo(Rail.Shape.DOWN);
        assertThat(rail.stops())
                .extracting(Stop::glyph, Stop::time)
                .containsExactly(
                        tuple(Glyph.UNPUBLISHED, Time.PAST),
                        tuple(Glyph.ENFORCE, Time.PAST),
                        tuple(Glyph.RETIRING, Time.NOW),
                        tuple(Glyph.RETIRED, Time.LATER));
        assertThat(rail.stops().get(2).big()).isEqualTo(Words.of("policy.rail.days-left", 9L, 14L));
        assertThat(gone(rail.stops().get(2))).isEqualTo("#####.........");
        assertThat(rail.stops().get(3).note()).isEqualTo(Words.of("policy.rail.from", Words.day(day(74))));
    }

    @Test
    void retiringElsewhereBeginsWhenTheFileIsUp() {
        past.elsewhere(Mode.TESTING, 0, day(0), MX).elsewhere(Mode.NONE, 60, null, MX);
        assertThat(rail(day(300)).stops().get(2))
                .satisfies(stop -> assertThat(stop.note()).isEqualTo(Words.of("policy.rail.retiring.unknown")))
                .satisfies(stop -> assertThat(stop.days()).isNull());

        var confirmed = new Past().elsewhere(Mode.TESTING, 0, day(0), MX).elsewhere(Mode.NONE, 60, day(62), MX);

        assertThat(StageRail.of(DomainName.of("example.com"), confirmed.timeline(), day(63))
                        .stops()
                        .get(2)
                        .big())
                .isEqualTo(Words.of("policy.rail.days-left", 6L, 7L));
    }

    @Test
    void retiredEverythingLiesBehind() {
        past.here(Mode.TESTING, 0, MX).here(Mode.NONE, 60, MX);

        assertThat(rail(day(68)).stops())
                .extracting(Stop::glyph, Stop::time)
                .containsExactly(
                        tuple(Glyph.UNPUBLISHED, Time.PAST),
                        tuple(Glyph.TESTING, Time.PAST),
                        tuple(Glyph.RETIRING, Time.PAST),
                        tuple(Glyph.RETIRED, Time.NOW));
    }

    @Test
    void aRowOfAListHasTheDaysAlone() {
        past.here(Mode.TESTING, 0, MX);
        var standing = past.timeline().standing();

        assertThat(StageRail.days(standing, day(6)))
                .get()
                .satisfies(
                        days -> assertThat(days.blocks()).filteredOn(Day::gone).hasSize(6));
        assertThat(StageRail.progress(standing, day(6))).contains(Words.of("policy.progress.testing", 6L, 14));
        assertThat(StageRail.progress(standing, day(20))).contains(Words.of("policy.progress.due", 20L));
        assertThat(StageRail.days(Standing.UNPUBLISHED, day(0))).isEmpty();
        assertThat(StageRail.progress(Standing.UNPUBLISHED, day(0))).isEmpty();
    }

    private Rail rail(Instant now) {
        return StageRail.of(DomainName.of("example.com"), past.timeline(), now);
    }

    private static List<Day> days(Stop stop) {
        return Objects.requireNonNull(stop.days()).blocks();
    }

    private static String gone(Stop stop) {
        var drawn = new StringBuilder();
        days(stop).forEach(day -> drawn.append(day.gone() ? '#' : '.'));
        return drawn.toString();
    }
}
