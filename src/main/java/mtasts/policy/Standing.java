package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Where a domain stands, as it follows from its published versions.
 *
 * @param currentVersion the number of the version published last; {@code null} when there is none
 * @param mode of the current version
 * @param modeSince when the unbroken run of versions of that mode began
 * @param dueAt in testing, when two weeks of it are over; else {@code null}
 * @param latestHorizon the last instant at which a sender may still hold a version that asks for anything and is no
 *     longer current; {@link Instant#MAX} when nobody knows; {@code null} when there is none
 */
public record Standing(
        @Nullable Integer currentVersion,
        @Nullable Mode mode,
        @Nullable Instant modeSince,
        @Nullable Instant dueAt,
        @Nullable Instant latestHorizon) {

    /** Nothing was ever published. */
    public static final Standing UNPUBLISHED = new Standing(null, null, null, null, null);

    /** How long a policy is in testing before it is due: 14 × 24 hours. */
    public static final Duration TWO_WEEKS = Duration.ofHours(14 * 24);

    /** How long a domain is due before it is overdue. */
    public static final Duration WEEK_OF_GRACE = Duration.ofHours(7 * 24);

    public Stage stage(Instant now) {
        return switch (mode) {
            case null -> Stage.UNPUBLISHED;
            case TESTING -> Stage.TESTING;
            case ENFORCE -> Stage.ENFORCE;
            case NONE -> latestHorizon == null || now.isAfter(latestHorizon) ? Stage.RETIRED : Stage.RETIRING;
        };
    }

    /** In testing for two weeks or more. */
    public boolean due(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** Due for seven days or more. */
    public boolean overdue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt.plus(WEEK_OF_GRACE));
    }

    /** How many times 24 hours the domain has been in the current mode; 0 where nothing was ever published. */
    public long days(Instant now) {
        return modeSince == null
                ? 0
                : Math.max(0, Duration.between(modeSince, now).toDays());
    }

    /** Whether nobody can know until when senders hold what was served, because a file elsewhere was never confirmed. */
    public boolean horizonUnknown() {
        return Instant.MAX.equals(latestHorizon);
    }
}
