package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.web.Glyph;
import mtasts.web.Rail;
import mtasts.web.Rail.Days;
import mtasts.web.Rail.Stop;
import mtasts.web.Rail.Time;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** The stages of one domain in a row, with the days between them: counted up in testing, down in retiring. */
public final class StageRail {

    private static final int DAYS = 14;

    private final Timeline timeline;
    private final Standing standing;
    private final Instant now;

    private StageRail(Timeline timeline, Instant now) {
        this.timeline = timeline;
        this.standing = timeline.standing();
        this.now = now;
    }

    /** The rail of a domain as it stands at an instant. */
    public static Rail of(DomainName name, Timeline timeline, Instant now) {
        var rail = new StageRail(timeline, now);
        var label = Words.of("policy.rail.label", name.unicode());
        return switch (rail.standing.stage(now)) {
            case UNPUBLISHED -> new Rail(label, Rail.Shape.UP, rail.unpublished());
            case TESTING -> new Rail(label, Rail.Shape.UP, rail.testing());
            case ENFORCE -> new Rail(label, Rail.Shape.UP, rail.enforce());
            case RETIRING -> new Rail(label, Rail.Shape.DOWN, rail.retiring());
            case RETIRED -> new Rail(label, Rail.Shape.DOWN, rail.retired());
        };
    }

    /** The days alone, for a row of a list: those of testing, or those of retiring where their end is known. */
    public static Optional<Days> days(Standing standing, Instant now) {
        return switch (standing.stage(now)) {
            case TESTING -> Optional.of(testingDays(standing, now));
            case RETIRING ->
                standing.horizonUnknown()
                        ? Optional.empty()
                        : Optional.of(retiringDays(Objects.requireNonNull(standing.modeSince()), standing, now));
            case UNPUBLISHED, ENFORCE, RETIRED -> Optional.empty();
        };
    }

    /** How far a domain is within its stage, for a row of a list: <i>day 11 of 14</i>. */
    public static Optional<Words> progress(Standing standing, Instant now) {
        return switch (standing.stage(now)) {
            case TESTING ->
                Optional.of(
                        standing.due(now)
                                ? Words.of("policy.progress.due", standing.days(now))
                                : Words.of("policy.progress.testing", standing.days(now), DAYS));
            case ENFORCE -> Optional.of(Words.of("policy.progress.enforce", standing.days(now)));
            case RETIRING ->
                Optional.of(
                        standing.horizonUnknown()
                                ? Words.of("policy.progress.retiring-unknown")
                                : Words.of("policy.progress.retiring", daysUntil(standing.latestHorizon(), now)));
            case UNPUBLISHED, RETIRED -> Optional.empty();
        };
    }

    private List<Stop> unpublished() {
        return List.of(
                Stop.of(Glyph.UNPUBLISHED, Time.NOW, Words.of("policy.rail.nothing-published")),
                Stop.of(Glyph.TESTING, Time.LATER, Words.of("policy.rail.from-publishing", DAYS))
                        .with(Days.counting(0, DAYS, Words.of("policy.rail.days.to-come", DAYS))),
                Stop.of(
                        Glyph.ENFORCE,
                        Time.LATER,
                        Words.of("policy.rail.earliest", Words.weekday(now.plus(Standing.TWO_WEEKS)))),
                givenUp());
    }

    private List<Stop> testing() {
        var since = Objects.requireNonNull(standing.modeSince());
        var dueAt = Objects.requireNonNull(standing.dueAt());
        var due = standing.due(now);
        var days = standing.days(now);
        return List.of(
                published(),
                Stop.of(
                                Glyph.TESTING,
                                Time.NOW,
                                due
                                        ? Words.of("policy.rail.testing.due", Words.day(since), Words.day(dueAt))
                                        : Words.of("policy.rail.testing.since", Words.day(since), DAYS - days))
                        .big(Words.of(due ? "policy.rail.day-needed" : "policy.rail.day-of", days, DAYS))
                        .with(testingDays(standing, now)),
                Stop.of(
                        Glyph.ENFORCE,
                        Time.LATER,
                        due
                                ? Words.of("policy.rail.when-you-say-so")
                                : Words.of("policy.rail.earliest", Words.weekday(dueAt))),
                givenUp());
    }

    private List<Stop> enforce() {
        var since = Objects.requireNonNull(standing.modeSince());
        return List.of(
                published(),
                Stop.of(Glyph.TESTING, Time.PAST, testingBefore(since)),
                Stop.of(Glyph.ENFORCE, Time.NOW, Words.of("policy.rail.since", Words.day(since)))
                        .big(Words.of("policy.rail.day", standing.days(now))),
                givenUp());
    }

    private List<Stop> retiring() {
        var stops = new ArrayList<>(givingUp());
        var horizon = Objects.requireNonNull(standing.latestHorizon());
        if (standing.horizonUnknown()) {
            stops.add(Stop.of(Glyph.RETIRING, Time.NOW, Words.of("policy.rail.retiring.unknown")));
            stops.add(Stop.of(Glyph.RETIRED, Time.LATER, Words.of("policy.rail.retired.unknown")));
            return stops;
        }
        var days = retiringDays(stoppedAt(), standing, now);
        stops.add(Stop.of(Glyph.RETIRING, Time.NOW, Words.of("policy.rail.retiring.keep", Words.day(horizon)))
                .big(Words.of(
                        "policy.rail.days-left",
                        daysUntil(horizon, now),
                        Math.max(daysUntil(horizon, stoppedAt()), daysUntil(horizon, now))))
                .with(days));
        stops.add(Stop.of(Glyph.RETIRED, Time.LATER, Words.of("policy.rail.from", Words.day(horizon))));
        return stops;
    }

    private List<Stop> retired() {
        var stops = new ArrayList<>(givingUp());
        var horizon = standing.latestHorizon();
        var since = horizon == null ? Objects.requireNonNull(standing.modeSince()) : horizon;
        stops.add(Stop.of(Glyph.RETIRING, Time.PAST, Words.of("policy.rail.until", Words.day(since))));
        stops.add(Stop.of(Glyph.RETIRED, Time.NOW, Words.of("policy.rail.since", Words.day(since))));
        return stops;
    }

    /** What lies before retiring: unpublished, and the mode that was given up. */
    private List<Stop> givingUp() {
        var since = Objects.requireNonNull(standing.modeSince());
        var runs = timeline.runs();
        var before = runs.size() < 2 ? Mode.TESTING : runs.get(runs.size() - 2).mode();
        var glyph = before == Mode.ENFORCE ? Glyph.ENFORCE : Glyph.TESTING;
        return List.of(published(), Stop.of(glyph, Time.PAST, Words.of("policy.rail.until", Words.day(since))));
    }

    private Stop published() {
        var adoptedAt = timeline.adoptedAt();
        if (adoptedAt != null) {
            return Stop.of(Glyph.UNPUBLISHED, Time.PAST, Words.of("policy.rail.adopted", Words.day(adoptedAt)));
        }
        var first = timeline.runs().getFirst().since();
        return Stop.of(Glyph.UNPUBLISHED, Time.PAST, Words.of("policy.rail.until", Words.day(first)));
    }

    private Words testingBefore(Instant enforced) {
        var runs = timeline.runs();
        if (runs.size() < 2 && timeline.adoptedAt() != null) {
            return Words.of("policy.rail.testing.before-adoption");
        }
        if (runs.size() < 2 || runs.get(runs.size() - 2).mode() != Mode.TESTING) {
            return Words.of("policy.rail.testing.skipped");
        }
        var days = Duration.between(runs.get(runs.size() - 2).since(), enforced).toDays();
        return Words.of("policy.rail.testing.passed", days, Words.day(enforced));
    }

    /** When what was there before {@code none} stopped being served. */
    private Instant stoppedAt() {
        var since = Objects.requireNonNull(standing.modeSince());
        var live = timeline.live(now).map(PolicyVersion::liveAt).orElse(null);
        return live == null || live.isBefore(since) ? since : live;
    }

    private static Stop givenUp() {
        return Stop.of(Glyph.RETIRING, Time.LATER, Words.of("policy.rail.given-up"))
                .named(Words.of("policy.rail.retiring-retired"));
    }

    private static Days testingDays(Standing standing, Instant now) {
        var since = Objects.requireNonNull(standing.modeSince());
        var gone = (int) Math.min(standing.days(now), DAYS);
        return Days.from(
                LocalDate.ofInstant(since, ZoneOffset.UTC), gone, DAYS, Words.of("policy.rail.days.gone", gone, DAYS));
    }

    private static Days retiringDays(Instant stopped, Standing standing, Instant now) {
        var total = daysUntil(standing.latestHorizon(), stopped);
        var gone = Math.max(0, total - daysUntil(standing.latestHorizon(), now));
        return Days.counting((int) gone, (int) total, Words.of("policy.rail.days.gone", gone, total));
    }

    /** Begun days count: one hour is one day left. */
    private static long daysUntil(@Nullable Instant end, Instant now) {
        var left = end == null ? Duration.ZERO : Duration.between(now, end);
        return left.isNegative() ? 0 : left.plusDays(1).minusNanos(1).toDays();
    }
}
