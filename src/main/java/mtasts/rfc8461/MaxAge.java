package mtasts.rfc8461;

import java.time.Duration;
import java.util.List;

/**
 * How long a sender may keep a policy (RFC 8461 §3.2).
 *
 * @param seconds 0 to 31557600, which is a year
 */
public record MaxAge(long seconds) implements Comparable<MaxAge> {

    /** The shortest that known senders heed. */
    public static final MaxAge DAY = new MaxAge(86_400);

    /** What a policy in testing has at least. */
    public static final MaxAge WEEK = new MaxAge(604_800);

    /** What a policy in enforce has at least. */
    public static final MaxAge TWO_WEEKS = new MaxAge(1_209_600);

    /** Longer than the holidays of whoever looks after the policy host. */
    public static final MaxAge FOUR_WEEKS = new MaxAge(2_419_200);

    /** The longest that is not yet a burden when a policy host is lost. */
    public static final MaxAge NINETY_DAYS = new MaxAge(7_776_000);

    /** What is offered for enforce, the shortest first. */
    public static final List<MaxAge> OFFERED = List.of(TWO_WEEKS, FOUR_WEEKS, NINETY_DAYS);

    /** The longest that the standard allows. */
    public static final MaxAge LONGEST = new MaxAge(31_557_600);

    private static final long MOST = 31_557_600;

    /** @throws IllegalArgumentException below 0 or above a year */
    public MaxAge {
        if (seconds < 0 || seconds > MOST) {
            throw new IllegalArgumentException("max_age is 0 to " + MOST + " seconds, not " + seconds);
        }
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    @Override
    public int compareTo(MaxAge other) {
        return Long.compare(seconds, other.seconds);
    }

    /** As it stands in a policy. */
    public String text() {
        return Long.toString(seconds);
    }
}
