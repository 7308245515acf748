package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which version comes next of a domain that is locked: whether it may be published, its number, its id and its place. */
@Component
class NextVersion {

    private final Versions versions;
    private final Confirmations confirmations;
    private final Appending appending;
    private final Clock clock;

    NextVersion(Versions versions, Confirmations confirmations, Appending appending, Clock clock) {
        this.versions = versions;
        this.confirmations = confirmations;
        this.appending = appending;
        this.clock = clock;
    }

    /** What is to be published, by which deed and why. */
    record Order(
            Policy policy,
            Deed deed,
            String note,
            @Nullable String reason,
            @Nullable Word word) {

        Order {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }

        /** Retiring and going back to testing always work: no danger of the text stands in their way. */
        boolean alwaysWorks() {
            return switch (deed) {
                case PUBLISHED, PROMOTED, PROMOTED_ANYWAY, ADOPTED -> false;
                case BACK_TO_TESTING, RETIRED -> true;
            };
        }
    }

    /**
     * A domain that is locked, and what is to be published of it.
     *
     * @param current the version that is current, empty for none
     * @param fromDraft whether its draft is done with when this is published
     */
    record Candidate(Domain domain, Optional<PolicyVersion> current, Order order, boolean fromDraft) {}

    /** Publishes what can be published of these, with the same few statements however many they are. */
    List<Publication> publish(List<Candidate> candidates) {
        var now = now();
        var objections = candidates.stream()
                .map(each -> objection(each.domain(), each.current(), each.order(), now))
                .toList();
        var accepted = IntStream.range(0, candidates.size())
                .filter(i -> objections.get(i).isEmpty())
                .mapToObj(candidates::get)
                .toList();
        var published = append(accepted, now).iterator();
        return objections.stream()
                .map(objection -> objection.orElseGet(() -> new Publication.Published(published.next())))
                .toList();
    }

    /** Why it cannot be published as things stand; empty where it can. */
    Optional<Publication> objection(Domain domain, Optional<PolicyVersion> current, Order order) {
        return objection(domain, current, order, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Publication> objection(
            Domain domain, Optional<PolicyVersion> current, Order order, Instant now) {
        var before = current.orElse(null);
        var mode = before == null ? null : before.mode();
        if (order.policy().mode() != mode) {
            var deed = order.deed();
            if (order.policy().mode() == Mode.ENFORCE && deed != Deed.PROMOTED && deed != Deed.PROMOTED_ANYWAY) {
                return Optional.of(new Publication.ThroughPromotion());
            }
            if (order.policy().mode() == Mode.NONE && deed != Deed.RETIRED) {
                return Optional.of(new Publication.ThroughRetiring());
            }
        }
        if (before != null && before.text().equals(order.policy().text())) {
            return Optional.of(new Publication.NothingToPublish());
        }
        var judgement = Judgement.of(order.policy(), domain.hostNames());
        if (!judgement.invalid().isEmpty()) {
            return Optional.of(new Publication.Invalid(judgement.invalid()));
        }
        if (!judgement.danger().isEmpty() && order.reason() == null && !order.alwaysWorks()) {
            return Optional.of(new Publication.ReasonNeeded(judgement.danger()));
        }
        if (before != null && !now.isAfter(before.publishedAt())) {
            return Optional.of(new Publication.ClockBehind(before.publishedAt()));
        }
        return Optional.empty();
    }

    private List<PolicyVersion> append(List<Candidate> accepted, Instant now) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        var author = Author.acting();
        var ids = ids(accepted, now);
        var elsewhere = confirmations.mayBeUpElsewhere(
                accepted.stream().map(each -> each.domain().id()).toList());
        var steps = new ArrayList<Appending.Step>();
        for (int i = 0; i < accepted.size(); i++) {
            var domain = accepted.get(i).domain();
            var before = accepted.get(i).current().orElse(null);
            var here = domain.place() == Place.HERE ? new Confirmation(now, author.name(), Place.HERE) : null;
            var waits = here != null && elsewhere.contains(domain.id());
            var order = accepted.get(i).order();
            var policy = order.policy();
            var version = new PolicyVersion(
                    domain.id(),
                    before == null ? 1 : before.number() + 1,
                    ids.get(i),
                    policy.text(),
                    policy.mode(),
                    policy.mx(),
                    policy.maxAge(),
                    domain.place(),
                    now,
                    order.deed(),
                    author.name(),
                    order.note(),
                    order.reason(),
                    order.word(),
                    waits ? here : null,
                    waits ? null : here,
                    null,
                    null);
            steps.add(
                    new Appending.Step(domain, before, version, accepted.get(i).fromDraft()));
        }
        appending.append(steps, author);
        return steps.stream().map(Appending.Step::version).toList();
    }

    /** Within one second the same text can come again: then the four characters are taken from a longer one. */
    private List<PolicyId> ids(List<Candidate> accepted, Instant now) {
        var domains = accepted.stream().map(each -> each.domain().id()).toList();
        var texts = new ArrayList<>(
                accepted.stream().map(each -> each.order().policy().text()).toList());
        while (true) {
            var ids = texts.stream().map(text -> PolicyId.of(now, text)).toList();
            var used = versions.used(domains, ids);
            if (used.isEmpty()) {
                return ids;
            }
            used.forEach(i -> texts.set(i, texts.get(i) + "\n"));
        }
    }
}
