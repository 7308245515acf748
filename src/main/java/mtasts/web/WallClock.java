package mtasts.web;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** The application's clock as those read it who count how often something is asked. */
public record WallClock(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return Duration.ofMillis(clock.millis()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
