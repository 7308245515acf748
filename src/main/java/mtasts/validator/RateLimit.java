package mtasts.validator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import mtasts.web.Network;
import mtasts.web.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one network may ask: so many times a minute on average, and as many at once. Kept in memory, for each node,
 * bounded in number.
 */
@Component
class RateLimit {

    private static final int MOST_NETWORKS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int requestsPerMinute;
    private final WallClock time;
    private final Cache<String, Bucket> networks = Caffeine.newBuilder()
            .maximumSize(MOST_NETWORKS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    /** @param requestsPerMinute 0 for no bound */
    RateLimit(@Value("${mtasts.validator.requests-per-minute}") int requestsPerMinute, Clock clock) {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("mtasts.validator.requests-per-minute is 0 or more");
        }
        this.requestsPerMinute = requestsPerMinute;
        this.time = new WallClock(clock);
    }

    /**
     * Counts a request.
     *
     * @param address the network address it comes from
     * @return nothing when it may be answered, else how many whole seconds to wait, at least one
     */
    Optional<Long> take(String address) {
        if (requestsPerMinute == 0) {
            return Optional.empty();
        }
        var taken = networks.get(Network.of(address), network -> bucket()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill())
                                .plusMillis(999)
                                .toSeconds())
                        .map(seconds -> Math.max(seconds, 1));
    }

    /** Everybody may ask anew. */
    void forget() {
        networks.invalidateAll();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}
