package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.rfc8461.DomainName;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says what has happened outside. Each is said once of a version, and never taken back. */
@Component
public class Confirming {

    private final Domains domains;
    private final Versions versions;
    private final Standings standings;
    private final AuditTrail audit;
    private final Clock clock;

    Confirming(Domains domains, Versions versions, Standings standings, AuditTrail audit, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        CONFIRMED,
        /** It was said before. */
        ALREADY,
        /** Another version is current: there is nothing to say of this one. */
        NOT_CURRENT,
        /** The file comes first: senders must not learn of an id whose text is not there. */
        FILE_FIRST
    }

    /**
     * The file with the text of the current version is up: the new id may be shown, and the horizon of what was served
     * before begins.
     */
    @Transactional
    public Outcome fileIsUp(DomainName name, int number) {
        var domain = domains.lock(name);
        var version = versions.current(domain).orElse(null);
        if (version == null || version.number() != number) {
            return Outcome.NOT_CURRENT;
        }
        if (version.file() != null) {
            return Outcome.ALREADY;
        }
        fileIsUp(domain, version);
        return Outcome.CONFIRMED;
    }

    /** The DNS records that name the current version were created. */
    @Transactional
    public Outcome recordsCreated(DomainName name, int number) {
        var domain = domains.lock(name);
        var version = versions.current(domain).orElse(null);
        if (version == null || version.number() != number) {
            return Outcome.NOT_CURRENT;
        }
        if (version.file() == null) {
            return Outcome.FILE_FIRST;
        }
        if (version.records() != null) {
            return Outcome.ALREADY;
        }
        versions.confirmRecords(version, now(), Author.acting().name());
        audit.record("policy.records-confirmed", name.ascii(), null, Map.of("version", number));
        return Outcome.CONFIRMED;
    }

    /** Whatever was published for another place is served from here now. */
    @EventListener
    @Transactional
    void on(PlaceChanged event) {
        if (event.place() == Place.HERE) {
            domains.findById(event.domainId())
                    .ifPresent(domain -> versions.current(domain)
                            .filter(version -> version.file() == null)
                            .ifPresent(version -> fileIsUp(domain, version)));
        }
    }

    private void fileIsUp(Domain domain, PolicyVersion version) {
        versions.confirmFile(version, now(), Author.acting().name());
        standings.keep(domain.id());
        audit.record("policy.file-confirmed", domain.name().ascii(), null, Map.of("version", version.number()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
