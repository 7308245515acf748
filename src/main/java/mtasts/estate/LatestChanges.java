package mtasts.estate;

import java.util.List;
import java.util.stream.Collectors;
import mtasts.audit.AuditEntry;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import org.springframework.stereotype.Component;

/** What was done last, with a way to each domain that is still here, and to the audit trail for all else. */
@Component
class LatestChanges {

    private static final int SHOWN = 8;

    private final AuditTrail audit;
    private final Domains domains;

    LatestChanges(AuditTrail audit, Domains domains) {
        this.audit = audit;
        this.domains = domains;
    }

    /** @param here whether it was done to a domain that is registered */
    record Change(AuditEntry entry, boolean here) {}

    List<Change> first() {
        var entries = audit.latestOfDomains(SHOWN);
        var names = entries.stream()
                .flatMap(entry -> DomainName.read(entry.subject()).value().stream())
                .distinct()
                .toList();
        var here = domains.registered(names).stream()
                .map(domain -> domain.name().ascii())
                .collect(Collectors.toSet());
        return entries.stream()
                .map(entry -> new Change(entry, here.contains(entry.subject())))
                .toList();
    }
}
