package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mtasts.domain.Place;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;

/** What was published, told by days. */
final class Past {

    /** Where the days are counted from: a Sunday. */
    static final Instant START = Instant.parse("2026-03-08T09:12:00Z");

    private final List<PolicyVersion> versions = new ArrayList<>();

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** A version with a length of one week, served here at once. */
    Past here(Mode mode, int day, String... mx) {
        return version(mode, MaxAge.WEEK, day, Place.HERE, day(day), mx);
    }

    /** A version with another length, served here at once. */
    Past here(Mode mode, MaxAge maxAge, int day, String... mx) {
        return version(mode, maxAge, day, Place.HERE, day(day), mx);
    }

    /** A version with a length of one week, whose file somebody put up at {@code liveAt}. */
    Past elsewhere(Mode mode, int day, @Nullable Instant liveAt, String... mx) {
        return version(mode, MaxAge.WEEK, day, Place.ELSEWHERE, liveAt, mx);
    }

    Timeline timeline() {
        return Timeline.of(versions);
    }

    List<PolicyVersion> versions() {
        return versions;
    }

    private Past version(Mode mode, MaxAge maxAge, int day, Place place, @Nullable Instant liveAt, String... mx) {
        var policy = new Policy(mode, Stream.of(mx).map(MxPattern::of).toList(), maxAge);
        versions.add(new PolicyVersion(
                1,
                versions.size() + 1,
                PolicyId.of(day(day), policy.text()),
                policy.text(),
                mode,
                policy.mx(),
                maxAge,
                place,
                day(day),
                Deed.PUBLISHED,
                "postmaster",
                "",
                null,
                null,
                null,
                liveAt == null ? null : new Confirmation(liveAt, "postmaster", place),
                null,
                null));
        return this;
    }
}
