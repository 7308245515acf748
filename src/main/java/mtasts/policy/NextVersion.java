package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends a version to a domain that is locked: what may be published, and what belongs to it. The version, what is
 * confirmed of it, where the domain stands, its findings and the audit entry are there together or not at all.
 */
@Component
class NextVersion {

    private final Versions versions;
    private final Drafts drafts;
    private final PolicyFindings findings;
    private final AuditTrail audit;
    private final Clock clock;

    NextVersion(Versions versions, Drafts drafts, PolicyFindings findings, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.findings = findings;
        this.audit = audit;
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
        var elsewhere = versions.mayBeUpElsewhere(
                accepted.stream().map(each -> each.domain().id()).toList());
        var steps = new ArrayList<Step>();
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
            steps.add(new Step(domain, before, version, accepted.get(i).fromDraft()));
        }
        append(steps, author);
        return steps.stream().map(Step::version).toList();
    }

    /**
     * A version that follows another.
     *
     * @param before the one that was current, {@code null} for none
     * @param fromDraft whether the domain's draft is done with
     */
    record Step(Domain domain, @Nullable PolicyVersion before, PolicyVersion version, boolean fromDraft) {}

    /** Appends versions as they are, with what is confirmed of their files. */
    void append(List<Step> steps, Author author) {
        var fresh = steps.stream().map(Step::version).toList();
        versions.append(fresh, author);
        versions.confirm(fresh);
        drafts.delete(steps.stream().filter(Step::fromDraft).map(Step::domain).toList());
        findings.keepPublished(
                steps.stream().map(Step::domain).toList(),
                fresh.stream().collect(Collectors.toMap(PolicyVersion::domainId, Function.identity())),
                drafts.of(steps.stream()
                        .filter(step -> !step.fromDraft())
                        .map(Step::domain)
                        .toList()));
        audit.record(steps.stream()
                .map(step -> new AuditTrail.Entry(
                        action(step.version().deed()),
                        step.domain().name().ascii(),
                        values(step.before()),
                        values(step.version())))
                .toList());
    }

    /** Within one second the same text can come again: then the four characters are taken from a longer one. */
    private List<PolicyId> ids(List<Candidate> accepted, Instant now) {
        var first = accepted.stream()
                .map(each -> PolicyId.of(now, each.order().policy().text()))
                .toList();
        var used = versions.usedIds(
                accepted.stream().map(each -> each.domain().id()).toList(), Set.copyOf(first));
        return IntStream.range(0, accepted.size())
                .mapToObj(i -> used.contains(accepted.get(i).domain().id() + " "
                                + first.get(i).text())
                        ? another(accepted.get(i), now)
                        : first.get(i))
                .toList();
    }

    private PolicyId another(Candidate candidate, Instant now) {
        var longer = candidate.order().policy().text() + "\n";
        while (versions.idIsUsed(candidate.domain(), PolicyId.of(now, longer))) {
            longer += "\n";
        }
        return PolicyId.of(now, longer);
    }

    private static String action(Deed deed) {
        return switch (deed) {
            case PUBLISHED -> "policy.published";
            case PROMOTED, PROMOTED_ANYWAY -> "policy.promoted";
            case BACK_TO_TESTING -> "policy.back-to-testing";
            case RETIRED -> "policy.retired";
            case ADOPTED -> "policy.adopted";
        };
    }

    private static @Nullable Map<String, Object> values(@Nullable PolicyVersion version) {
        if (version == null) {
            return null;
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("version", version.number());
        values.put("policy-id", version.id().text());
        values.put("mode", version.mode().text());
        values.put("mx", version.mx().stream().map(Object::toString).toList());
        values.put("max-age", version.maxAge().text());
        values.put("note", version.note());
        if (version.reason() != null) {
            values.put("reason", version.reason());
        }
        var adopted = version.adopted();
        if (adopted != null && adopted.since() != null) {
            values.put("since", adopted.since());
        }
        if (adopted != null && adopted.earlier() != null) {
            values.put("earlier-max-age", adopted.earlier().text());
        }
        return values;
    }
}
