package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether a domain can be removed, and what that does.
 *
 * @param say how it stands, in one sentence
 * @param why what that means for mail
 * @param free whether nothing stands in the way
 * @param retire whether to retire comes first
 * @param anyway what removing it in spite of that does; empty where nothing stands in the way
 */
record RemovePage(DomainName name, Words say, @Nullable Words why, boolean free, boolean retire, List<Words> anyway) {

    /**
     * Looks at the domain as it stands.
     *
     * @param everUp whether senders could ever get any version
     */
    static RemovePage of(Domain domain, Timeline timeline, boolean everUp, Instant now) {
        var name = domain.name();
        var standing = timeline.standing();
        var horizon = standing.latestHorizon();
        if (timeline.current().isPresent() && !everUp) {
            return free(name, "policy.remove.never-up");
        }
        return switch (standing.stage(now)) {
            case UNPUBLISHED -> free(name, "policy.remove.never");
            case RETIRED -> free(name, "policy.remove.retired");
            case TESTING, ENFORCE ->
                new RemovePage(
                        name,
                        Words.of("policy.remove.published", name),
                        Words.of("policy.remove.published.why"),
                        false,
                        true,
                        anyway(domain, timeline, now));
            case RETIRING ->
                new RemovePage(
                        name,
                        standing.horizonUnknown() || horizon == null
                                ? Words.of("policy.remove.retiring.unknown")
                                : Words.of("policy.remove.retiring", Words.moment(horizon)),
                        Words.of("policy.remove.retiring.why"),
                        false,
                        false,
                        anyway(domain, timeline, now));
        };
    }

    private static RemovePage free(DomainName name, String key) {
        return new RemovePage(name, Words.of(key, name), Words.of(key + ".why"), true, false, List.of());
    }

    private static List<Words> anyway(Domain domain, Timeline timeline, Instant now) {
        var here = domain.place() == Place.HERE;
        return List.of(
                held(timeline, here, now),
                Words.of(here ? "policy.remove.anyway.here" : "policy.remove.anyway.elsewhere"),
                Words.of("policy.remove.anyway.again"));
    }

    private static Words held(Timeline timeline, boolean here, Instant now) {
        var enforced = timeline.enforcedUntilIfReplaced(now);
        var key = enforced == null ? "policy.remove.anyway.testing" : "policy.remove.anyway.enforce";
        var until = enforced == null ? Objects.requireNonNull(timeline.heldUntilIfReplaced(now)) : enforced;
        return here ? Words.of(key, Words.moment(until)) : Words.of(key + ".elsewhere", Duration.between(now, until));
    }
}
