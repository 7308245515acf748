package mtasts.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The application's one clock. A thread can do something as of an earlier instant; nobody else notices, and for that thread it
 * is over with the deed, however that ends.
 */
public class ScopedClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> EARLIER = new ThreadLocal<>();

    /**
     * Does something as if it were an earlier instant.
     *
     * @throws IllegalArgumentException where the instant is not in the past
     */
    public final void at(Instant instant, Runnable deed) {
        if (!instant.isBefore(now())) {
            throw new IllegalArgumentException(instant + " is not in the past");
        }
        var before = EARLIER.get();
        EARLIER.set(instant);
        try {
            deed.run();
        } finally {
            if (before == null) {
                EARLIER.remove();
            } else {
                EARLIER.set(before);
            }
        }
    }

    /** What it is in truth. */
    protected Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public final Instant instant() {
        var earlier = EARLIER.get();
        return earlier == null ? now() : earlier;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times are UTC");
    }
}
