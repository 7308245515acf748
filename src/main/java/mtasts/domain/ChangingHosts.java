package mtasts.domain;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import mtasts.audit.AuditTrail;
import mtasts.rfc8461.DomainName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says anew which hosts take a domain's mail. */
@Service
class ChangingHosts {

    private final Domains domains;
    private final Providers providers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingHosts(
            Domains domains, Providers providers, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.domains = domains;
        this.providers = providers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Replaces the MX hosts by those that were read.
     *
     * @param expected the domain's {@link Domain#lock()} when the edit began
     * @throws NoSuchDomain when the domain is not registered
     */
    @Transactional
    Change change(DomainName name, int expected, MxHosts typed) {
        var domain = domains.lock(name);
        if (!typed.problems().isEmpty()) {
            throw new IllegalArgumentException("hosts with problems are not stored");
        }
        if (domain.lock() != expected) {
            return Change.OVERTAKEN;
        }
        var before = values(domain);
        if (typed.noMail()) {
            domain.takeNoMail(clock.instant());
        } else {
            domain.receiveAt(typed.hosts(), providers, clock.instant());
        }
        var after = values(domain);
        if (before.equals(after)) {
            return Change.NOTHING;
        }
        domains.saveAndFlush(domain);
        audit.record("domain.hosts-changed", name.ascii(), before, after);
        events.publishEvent(new MxHostsChanged(domain.id()));
        return Change.DONE;
    }

    private static Map<String, Object> values(Domain domain) {
        var values = new LinkedHashMap<String, Object>();
        values.put("takes-mail", domain.takesMail());
        values.put("hosts", domain.hosts().stream().map(MxHost::text).toList());
        return Map.copyOf(values);
    }
}
