package mtasts.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mtasts.audit.AuditTrail;
import mtasts.rfc8461.DomainName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds tags to domains and takes others away; whatever else is said about them stays. */
@Component
public class Tagging {

    private final Domains domains;
    private final AuditTrail audit;
    private final Clock clock;

    Tagging(Domains domains, AuditTrail audit, Clock clock) {
        this.domains = domains;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        TAGGED,
        /** The domain has them all, and none of the others. */
        ALREADY,
        /** The domain would have more than {@link Tags#MOST}; nothing was changed. */
        TOO_MANY
    }

    /**
     * Does both at once for domains that are each another, and writes them together.
     *
     * @return what came of each, in their order
     * @throws NoSuchDomain where one of them is not registered
     */
    @Transactional
    public List<Outcome> tag(List<DomainName> names, SortedSet<String> added, SortedSet<String> removed) {
        var entries = new ArrayList<AuditTrail.Entry>();
        var changed = new ArrayList<Domain>();
        var outcomes = new ArrayList<Outcome>();
        var now = clock.instant();
        for (var domain : domains.lockEach(names)) {
            var tags = new TreeSet<>(domain.tags());
            tags.removeAll(removed);
            tags.addAll(added);
            if (tags.equals(domain.tags())) {
                outcomes.add(Outcome.ALREADY);
            } else if (tags.size() > Tags.MOST) {
                outcomes.add(Outcome.TOO_MANY);
            } else {
                var before = Describing.values(domain);
                domain.describe(domain.note(), Tags.read(String.join(" ", tags)), now);
                entries.add(new AuditTrail.Entry(
                        "domain.described", domain.name().ascii(), before, Describing.values(domain)));
                changed.add(domain);
                outcomes.add(Outcome.TAGGED);
            }
        }
        if (!changed.isEmpty()) {
            domains.saveAndFlush(changed.getLast());
            audit.record(entries);
        }
        return outcomes;
    }
}
