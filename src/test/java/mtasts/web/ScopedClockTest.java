package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ScopedClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));

    private final ScopedClock clock = new ScopedClock() {
        @Override
        protected Instant now() {
            return NOW;
        }
    };

    @Test
    void itIsEarlierWithinADeedAndNowAgainAfterIt() {
        var seen = new ArrayList<Instant>();
        clock.at(LAST_WEEK, () -> {
            seen.add(clock.instant());
            clock.at(YESTERDAY, () -> seen.add(clock.instant()));
            seen.add(clock.instant());
        });
        seen.add(clock.instant());
        assertThat(seen).isEqualTo(List.of(LAST_WEEK, YESTERDAY, LAST_WEEK, NOW));
    }

    @Test
    void nobodyElseNotices() {
        clock.at(
                LAST_WEEK,
                () -> assertThat(CompletableFuture.supplyAsync(clock::instant).join())
                        .isEqualTo(NOW));
    }

    @Test
    void aDeedThatFailsIsOverToo() {
        assertThatThrownBy(() -> clock.at(LAST_WEEK, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void whatIsNotPastIsRefused() {
        assertThatThrownBy(() -> clock.at(NOW, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.at(NOW.plusSeconds(1), () -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
