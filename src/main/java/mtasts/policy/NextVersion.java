package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Standings standings;
    private final PolicyFindings findings;
    private final AuditTrail audit;
    private final Clock clock;

    NextVersion(Versions versions, Standings standings, PolicyFindings findings, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.standings = standings;
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

    Publication publish(Domain domain, Optional<PolicyVersion> current, Order order) {
        var now = now();
        return objection(domain, current, order, now)
                .orElseGet(() -> new Publication.Published(append(domain, current.orElse(null), order, now)));
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

    /** Brings what is kept of the domain up to its versions and its draft. */
    void keep(Domain domain) {
        standings.keep(domain.id());
        findings.keep(domain);
    }

    private PolicyVersion append(Domain domain, @Nullable PolicyVersion before, Order order, Instant now) {
        var author = Author.acting();
        var policy = order.policy();
        var number = before == null ? 1 : before.number() + 1;
        var here = domain.place() == Place.HERE ? new Confirmation(now, author.name(), Place.HERE) : null;
        var waits = here != null && versions.mayBeUpElsewhere(domain.id(), number);
        var version = new PolicyVersion(
                domain.id(),
                number,
                id(domain, policy.text(), now),
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
        append(domain, before, version, author);
        return version;
    }

    /** Appends a version as it is, with what is confirmed of its file. */
    void append(Domain domain, @Nullable PolicyVersion before, PolicyVersion version, Author author) {
        versions.append(version, author);
        if (version.served() != null) {
            versions.confirmServed(version, version.served());
        }
        if (version.file() != null) {
            versions.confirmFile(version, version.file());
        }
        keep(domain);
        audit.record(action(version.deed()), domain.name().ascii(), values(before), values(version));
    }

    /** Within one second the same text can come again: then the four characters are taken from a longer one. */
    private PolicyId id(Domain domain, String text, Instant now) {
        var id = PolicyId.of(now, text);
        for (var longer = text; versions.idIsUsed(domain, id); ) {
            longer += "\n";
            id = PolicyId.of(now, longer);
        }
        return id;
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
