package mtasts.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mtasts.web.Network;
import mtasts.web.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often a secret may be guessed: few times for one account from one address, more often for one address or one
 * account altogether. Whoever hammers at an account from one address is stopped there, long before the account itself is:
 * its owner still gets in from elsewhere, and from an address that the owner used before even while many guess.
 *
 * <p>Kept in memory, for each node, bounded in number; accounts are counted whether they exist or not.
 */
@Component
class Throttle {

    private static final int MOST = 100_000;

    private final WallClock time;
    private final Cache<String, Bucket> pairs = cache();
    private final Cache<String, Bucket> addresses = cache();
    private final Cache<String, Bucket> accounts = cache();
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Throttle(Clock clock) {
        this.time = new WallClock(clock);
    }

    /**
     * Counts a guess.
     *
     * @param account what is guessed at: a mail address as typed, whether such an account exists or not
     * @param address the network address it comes from
     * @return nothing when it may be tried, else how long to wait
     */
    Optional<Duration> guess(String account, String address) {
        var network = Network.of(address);
        var buckets = Stream.of(
                        pairs.get(account + ' ' + network, key -> bucket(5, Duration.ofMinutes(3))),
                        addresses.get(network, key -> bucket(30, Duration.ofSeconds(30))),
                        isKnown(account, network)
                                ? null
                                : accounts.get(account, key -> bucket(100, Duration.ofSeconds(30))))
                .filter(Objects::nonNull)
                .toList();
        return take(buckets);
    }

    /** The guess was right: it and those before it no longer count for this account at this address. */
    void succeeded(String account, String address) {
        var network = Network.of(address);
        known.put(account + ' ' + network, true);
        pairs.invalidate(account + ' ' + network);
        giveBack(addresses.getIfPresent(network));
        giveBack(accounts.getIfPresent(account));
    }

    private boolean isKnown(String account, String network) {
        return known.getIfPresent(account + ' ' + network) != null;
    }

    /** One token of each, or none of any: who is stopped by one bucket must not empty the others. */
    private static synchronized Optional<Duration> take(List<Bucket> buckets) {
        var wait = buckets.stream()
                .mapToLong(bucket -> bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .max()
                .orElse(0);
        if (wait > 0) {
            return Optional.of(roundedUp(Duration.ofNanos(wait)));
        }
        buckets.forEach(bucket -> bucket.tryConsume(1));
        return Optional.empty();
    }

    /** To whole seconds, and from a minute on to whole minutes, as it will be told. */
    private static Duration roundedUp(Duration wait) {
        var unit = wait.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
        return unit.multipliedBy(wait.plus(unit).minusNanos(1).dividedBy(unit));
    }

    private static void giveBack(@Nullable Bucket bucket) {
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private Bucket bucket(int capacity, Duration oneMoreEvery) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, oneMoreEvery))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }
}
