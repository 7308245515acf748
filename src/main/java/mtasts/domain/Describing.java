package mtasts.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mtasts.audit.AuditTrail;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what people say about a domain and where its file is served. */
@Service
class Describing {

    private final Domains domains;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Describing(Domains domains, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.domains = domains;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All that is said about a domain.
     *
     * @param policyHostTarget an A-label name, {@code null} for the installation's
     * @param reportAddress a {@code mailto:} URI, {@code null} for the installation's
     */
    record About(
            Place place,
            String note,
            Tags tags,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress) {}

    /**
     * Replaces it.
     *
     * @param expected the domain's {@link Domain#lock()} when the edit began
     * @throws NoSuchDomain when the domain is not registered
     */
    @Transactional
    Change describe(DomainName name, int expected, About about) {
        var domain = domains.lock(name);
        if (domain.lock() != expected) {
            return Change.OVERTAKEN;
        }
        var before = values(domain);
        var moved = domain.place() != about.place();
        var now = clock.instant();
        domain.describe(about.note(), about.tags(), now);
        domain.override(about.policyHostTarget(), about.reportAddress(), now);
        domain.serve(about.place(), now);
        var after = values(domain);
        if (before.equals(after)) {
            return Change.NOTHING;
        }
        domains.saveAndFlush(domain);
        audit.record("domain.described", name.ascii(), before, after);
        if (moved) {
            events.publishEvent(new PlaceChanged(domain.id(), domain.place()));
        }
        return Change.DONE;
    }

    static Map<String, Object> values(Domain domain) {
        return Map.of(
                "place", domain.place().text(),
                "note", domain.note(),
                "tags", List.copyOf(domain.tags()),
                "policy-host-target", Objects.requireNonNullElse(domain.policyHostTarget(), ""),
                "report-address", Objects.requireNonNullElse(domain.reportAddress(), ""));
    }
}
