package mtasts.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking a domain out of everything that lists and serves. It is a mark: versions and draft stay, and registering the
 * name again continues them.
 */
@Component
public class Removal {

    /** For how long a removal can be undone. */
    public static final Duration UNDO = Duration.ofDays(30);

    private final Domains domains;
    private final Standings standings;
    private final Confirmations confirmations;
    private final PolicyFindings findings;
    private final AuditTrail audit;
    private final Clock clock;

    Removal(
            Domains domains,
            Standings standings,
            Confirmations confirmations,
            PolicyFindings findings,
            AuditTrail audit,
            Clock clock) {
        this.domains = domains;
        this.standings = standings;
        this.confirmations = confirmations;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of removing. */
    public enum Outcome {
        REMOVED,
        /** Senders may still hold what was served. */
        HELD,
        /** It wants a reason. */
        REASON_NEEDED
    }

    /** What came of undoing it. */
    public enum Undone {
        RESTORED,
        /** The 30 days are over: the name can be registered again, which continues its versions. */
        TOO_LATE,
        /** It is registered. */
        NOT_REMOVED
    }

    /** Removes a domain of which no sender can hold a version: not any more, or because none was ever up. */
    @Transactional
    public Outcome remove(DomainName name) {
        var domain = domains.lock(name);
        return switch (standings.of(domain).stage(clock.instant())) {
            case UNPUBLISHED, RETIRED -> remove(domain, null);
            case TESTING, ENFORCE, RETIRING -> confirmations.everUp(domain) ? Outcome.HELD : remove(domain, null);
        };
    }

    /**
     * Removes a domain whatever senders hold.
     *
     * @param reason why, at most 2,000 characters
     */
    @Transactional
    public Outcome removeAnyway(DomainName name, String reason) {
        var domain = domains.lock(name);
        return reason.isBlank() ? Outcome.REASON_NEEDED : remove(domain, reason.strip());
    }

    /** Whether a removal can still be undone. */
    public boolean canBeUndone(Domain domain) {
        var removedAt = domain.removedAt();
        return removedAt != null && !clock.instant().isAfter(removedAt.plus(UNDO));
    }

    /**
     * Undoes a removal within 30 days: everything is as it was, and what was served is served again.
     *
     * @throws mtasts.domain.NoSuchDomain where the name was never registered
     */
    @Transactional
    public Undone undo(DomainName name) {
        var domain = domains.lockEverRegistered(name).orElseGet(() -> domains.require(name));
        if (!domain.removed()) {
            return Undone.NOT_REMOVED;
        }
        if (!canBeUndone(domain)) {
            return Undone.TOO_LATE;
        }
        audit.record("domain.restored", name.ascii(), values(domain), null);
        domain.restore(now());
        domains.saveAndFlush(domain);
        findings.keep(domain);
        return Undone.RESTORED;
    }

    private Outcome remove(Domain domain, @Nullable String reason) {
        domain.remove(Author.acting().name(), reason, now());
        domains.saveAndFlush(domain);
        audit.record("domain.removed", domain.name().ascii(), null, values(domain));
        return Outcome.REMOVED;
    }

    private static Map<String, Object> values(Domain domain) {
        var values = new LinkedHashMap<String, Object>();
        values.put("removed-by", String.valueOf(domain.removedBy()));
        if (domain.removalReason() != null) {
            values.put("reason", domain.removalReason());
        }
        return values;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
