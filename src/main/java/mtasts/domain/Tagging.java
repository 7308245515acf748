package mtasts.domain;

import java.util.SortedSet;
import java.util.TreeSet;
import mtasts.rfc8461.DomainName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds tags to a domain and takes others away; whatever else is said about it stays. */
@Component
public class Tagging {

    private final Domains domains;
    private final Describing describing;

    Tagging(Domains domains, Describing describing) {
        this.domains = domains;
        this.describing = describing;
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
     * Does both at once.
     *
     * @throws NoSuchDomain where the domain is not registered
     */
    @Transactional
    public Outcome tag(DomainName name, SortedSet<String> added, SortedSet<String> removed) {
        var domain = domains.lock(name);
        var tags = new TreeSet<>(domain.tags());
        tags.removeAll(removed);
        tags.addAll(added);
        if (tags.equals(domain.tags())) {
            return Outcome.ALREADY;
        }
        if (tags.size() > Tags.MOST) {
            return Outcome.TOO_MANY;
        }
        return switch (describing.describe(
                name,
                domain.lock(),
                new Describing.About(
                        domain.place(),
                        domain.note(),
                        Tags.read(String.join(" ", tags)),
                        domain.policyHostTarget(),
                        domain.reportAddress()))) {
            case DONE -> Outcome.TAGGED;
            case NOTHING, OVERTAKEN -> Outcome.ALREADY;
        };
    }
}
