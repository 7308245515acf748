package mtasts.estate;

import java.util.List;
import java.util.stream.Collectors;
import mtasts.audit.AuditEntry;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done last, with a way to each domain that is still here, and to the audit trail for all else. */
@Component
class LatestChanges {

    private static final int SHOWN = 8;
    private static final String JOBS = "/jobs/";

    private final AuditTrail audit;
    private final Domains domains;

    LatestChanges(AuditTrail audit, Domains domains) {
        this.audit = audit;
        this.domains = domains;
    }

    /**
     * One of them.
     *
     * @param job its number where it was about one, else {@code null}
     */
    record Change(AuditEntry entry, String href, @Nullable String job) {}

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
                .map(entry -> change(entry, here.contains(entry.subject())))
                .toList();
    }

    private static Change change(AuditEntry entry, boolean here) {
        var subject = entry.subject();
        if (subject.startsWith(JOBS)) {
            return new Change(entry, subject, subject.substring(JOBS.length()));
        }
        var href = here
                ? "/domains/" + subject
                : Address.of("/audit").with("subject", subject).href();
        return new Change(entry, href, null);
    }
}
