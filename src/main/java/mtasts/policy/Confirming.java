package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says what has happened outside, for each version and place. What was said is never taken back. */
@Component
public class Confirming {

    private final Domains domains;
    private final Versions versions;
    private final Confirmations confirmations;
    private final Reaches reaches;
    private final Standings standings;
    private final AuditTrail audit;
    private final Clock clock;

    Confirming(
            Domains domains,
            Versions versions,
            Confirmations confirmations,
            Reaches reaches,
            Standings standings,
            AuditTrail audit,
            Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.confirmations = confirmations;
        this.reaches = reaches;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        CONFIRMED,
        /** It was said before. */
        ALREADY,
        /** Another version is current, or another id is shown: there is nothing to say of this one. */
        NOT_CURRENT,
        /** The file comes first: senders must not learn of an id whose text is not there. */
        FILE_FIRST,
        /** The records are to say something else than those that were shown. */
        OTHER_RECORDS,
        /** A record cannot have been created, because nobody has set yet what it says. */
        RECORDS_MISSING
    }

    /**
     * The file with the text of the current version is up elsewhere: the new id may be shown, the policy host may be led
     * there, and the horizon of what was served before begins.
     */
    @Transactional
    public Outcome fileIsUp(DomainName name, int number) {
        var domain = domains.lock(name);
        var version = versions.current(domain).orElse(null);
        if (version == null || version.number() != number) {
            return Outcome.NOT_CURRENT;
        }
        if (reaches.of(domain).fileUp()) {
            return Outcome.ALREADY;
        }
        confirmations.file(version, confirmation(Place.ELSEWHERE));
        standings.keep(domain.id());
        audit.record("policy.file-confirmed", name.ascii(), null, Map.of("version", number));
        return Outcome.CONFIRMED;
    }

    /** The DNS records were created as they are to be now, with the id that is shown. */
    @Transactional
    Outcome recordsCreated(DomainName name) {
        var domain = domains.lock(name);
        var shown = reaches.of(domain).fileUp() ? versions.live(domain) : versions.current(domain);
        return recordsCreated(name, shown.map(PolicyVersion::number).orElse(0), null);
    }

    /** The DNS records were created as they are to be now, with the id of that version. */
    @Transactional
    public Outcome recordsCreated(DomainName name, int number) {
        return recordsCreated(name, number, null);
    }

    /**
     * The DNS records were created with the id of that version.
     *
     * @param shown the {@link Reach.Records#text()} of what was shown; {@code null} for whatever is to be there now
     */
    @Transactional
    Outcome recordsCreated(DomainName name, int number, @Nullable String shown) {
        var domain = domains.lock(name);
        var current = versions.current(domain).orElse(null);
        var reach = reaches.of(domain);
        if (current == null) {
            return Outcome.NOT_CURRENT;
        }
        if (!reach.fileUp()) {
            return current.number() == number ? Outcome.FILE_FIRST : Outcome.NOT_CURRENT;
        }
        var live = versions.live(domain).orElse(current);
        if (live.number() != number) {
            return Outcome.NOT_CURRENT;
        }
        if (shown != null && !shown.equals(reach.wanted().text())) {
            return Outcome.OTHER_RECORDS;
        }
        if (!missing(current, reach).isEmpty()) {
            return Outcome.RECORDS_MISSING;
        }
        if (reach.recordsSay(number) && current.file() != null) {
            return Outcome.ALREADY;
        }
        recordsCreated(domain, live, reach.wanted());
        if (current.file() == null) {
            confirmations.file(current, confirmation(Place.HERE));
            standings.keep(domain.id());
        }
        return Outcome.CONFIRMED;
    }

    /** What has to be set before the records can be confirmed. */
    List<Words> missing(DomainName name) {
        var domain = domains.require(name);
        return versions.current(domain).stream()
                .flatMap(current -> missing(current, reaches.of(domain)).stream())
                .map(Reach.Missing::words)
                .toList();
    }

    private static List<Reach.Missing> missing(PolicyVersion current, Reach reach) {
        return reach.missing(current.mode() == Mode.NONE);
    }

    private void recordsCreated(Domain domain, PolicyVersion version, Reach.Records records) {
        confirmations.records(version, records, now(), Author.acting().name());
        var said = new LinkedHashMap<String, Object>();
        said.put("version", version.number());
        said.put("place", records.place().text());
        if (records.policyHost() != null) {
            said.put("policy-host-target", records.policyHost());
        }
        if (records.reportAddress() != null) {
            said.put("report-address", records.reportAddress());
        }
        audit.record("policy.records-confirmed", domain.name().ascii(), null, said);
    }

    /** What was published for another place is served from here now. */
    @EventListener
    @Transactional
    void on(PlaceChanged event) {
        if (event.place() == Place.HERE) {
            domains.findById(event.domainId())
                    .ifPresent(domain -> versions.current(domain).ifPresent(version -> serveHere(domain, version)));
        }
    }

    /** Senders get it from here once they are led here; at once, where they can be led to no other text. */
    private void serveHere(Domain domain, PolicyVersion version) {
        if (version.file() == null
                && !confirmations.mayBeUpElsewhere(List.of(domain.id())).isEmpty()) {
            confirmations.served(version, confirmation(Place.HERE));
        } else {
            confirmations.file(version, confirmation(Place.HERE));
        }
        standings.keep(domain.id());
        audit.record("policy.served-here", domain.name().ascii(), null, Map.of("version", version.number()));
    }

    private Confirmation confirmation(Place place) {
        return new Confirmation(now(), Author.acting().name(), place);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
