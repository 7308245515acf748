package mtasts;

import java.time.Duration;
import java.time.Instant;
import mtasts.web.ScopedClock;
import org.springframework.context.annotation.Primary;

/** The application's clock in tests: it stands still until it is moved. */
@Primary
public class FakeClock extends ScopedClock {

    /** Where the clock stands when a test begins: a Tuesday, at noon. */
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private volatile Instant now = START;
    private volatile Duration tick = Duration.ZERO;

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** From now on it goes a second further whenever somebody looks at it. */
    public void ticking() {
        tick = Duration.ofSeconds(1);
    }

    public void reset() {
        now = START;
        tick = Duration.ZERO;
    }

    @Override
    protected synchronized Instant now() {
        now = now.plus(tick);
        return now;
    }
}
