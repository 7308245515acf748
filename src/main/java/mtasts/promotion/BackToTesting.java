package mtasts.promotion;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.policy.Deed;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Prospect;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.policy.Publishing.Attempt;
import mtasts.policy.Publishing.Looked;
import mtasts.policy.Timeline;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Back to testing, from enforce or after giving up. It always works; two weeks begin anew. */
@Component
public class BackToTesting {

    private final Domains domains;
    private final Versions versions;
    private final Publishing publishing;
    private final Clock clock;

    BackToTesting(Domains domains, Versions versions, Publishing publishing, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.publishing = publishing;
        this.clock = clock;
    }

    /**
     * Publishes the current version's patterns in mode {@code testing} with a {@code max_age} of a week. An open draft
     * stays as it is.
     *
     * @param expectedCurrent the number of the version that was looked at
     * @param reason why, kept with the version; {@code null} where nothing was said
     * @return {@link Publication.NothingToPublish} where nothing was ever published, or the domain is in testing
     * @throws mtasts.domain.NoSuchDomain where the domain is not registered
     */
    @Transactional
    public Publication goBack(DomainName name, int expectedCurrent, @Nullable String reason) {
        return goBack(List.of(new Looked(name, expectedCurrent)), reason).getFirst();
    }

    /** The same for domains that are each another; what came of each, in their order. */
    @Transactional
    public List<Publication> goBack(List<Looked> many, @Nullable String reason) {
        var locked = domains.lockEach(many.stream().map(Looked::name).toList());
        var currents = versions.current(locked);
        return publishing.publishEach(IntStream.range(0, many.size())
                .mapToObj(i -> attempt(many.get(i), currents.get(locked.get(i).id()), reason))
                .toList());
    }

    private static Attempt attempt(Looked looked, @Nullable PolicyVersion current, @Nullable String reason) {
        if (current != null && possible(current)) {
            return Attempt.to(
                    looked.name(), looked.expectedCurrent(), policy(current), Deed.BACK_TO_TESTING, "", reason, null);
        }
        return Attempt.not(
                current != null && isTheSame(current, looked.expectedCurrent())
                        ? new Publication.AlreadyPublished(current)
                        : new Publication.NothingToPublish());
    }

    /**
     * What going back would come to.
     *
     * @param held for how long senders may still enforce what they hold; {@code null} where nothing would be published
     */
    public record WayBack(Prospect prospect, @Nullable Words held) {}

    /** What going back would come to for many domains, in their order; nothing is changed. */
    @Transactional(readOnly = true)
    public List<WayBack> look(List<Domain> many) {
        var now = clock.instant();
        var published = versions.of(many);
        return many.stream()
                .map(domain -> look(domain, published.getOrDefault(domain.id(), List.of()), now))
                .toList();
    }

    private static WayBack look(Domain domain, List<PolicyVersion> all, Instant now) {
        if (all.isEmpty()) {
            return new WayBack(new Prospect(null, 0, 0, new Publication.NothingToPublish()), null);
        }
        var current = all.getFirst();
        return possible(current)
                ? new WayBack(
                        new Prospect(current.mode(), current.number(), 0, null),
                        held(domain.place() == Place.HERE, all, now))
                : new WayBack(
                        new Prospect(current.mode(), current.number(), 0, new Publication.NothingToPublish()), null);
    }

    /**
     * For how long senders may still enforce what they hold.
     *
     * @param here whether its file is served here
     * @param all of its versions, newest first; at least one
     */
    static Words held(boolean here, List<PolicyVersion> all, Instant now) {
        var current = all.getFirst();
        if (!here && current.mode() == Mode.ENFORCE) {
            return Words.of("promotion.back.held-elsewhere", current.maxAge().duration());
        }
        var timeline = Timeline.of(all);
        return all.stream()
                .filter(version -> version.mode() == Mode.ENFORCE)
                .map(version -> timeline.horizon(version)
                        .filter(known -> !known.equals(Instant.MAX))
                        .orElseGet(() -> now.plus(version.maxAge().duration())))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .map(until -> Words.of("promotion.back.held", Words.moment(until)))
                .orElseGet(() -> Words.of("promotion.back.not-held"));
    }

    /** Whether there is anything to go back from. A text without patterns has nothing to be tested. */
    static boolean possible(PolicyVersion current) {
        return current.mode() != Mode.TESTING && !current.mx().isEmpty();
    }

    /** What going back publishes. */
    static Policy policy(PolicyVersion current) {
        return new Policy(Mode.TESTING, current.mx(), MaxAge.WEEK);
    }

    private static boolean isTheSame(PolicyVersion current, int expectedCurrent) {
        return current.deed() == Deed.BACK_TO_TESTING && current.number() == expectedCurrent + 1;
    }
}
