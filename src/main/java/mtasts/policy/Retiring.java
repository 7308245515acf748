package mtasts.policy;

import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving a policy up in the safe order (RFC 8461 §8.3): {@code none} with one day is published, and everything stays
 * until no sender can hold anything else. The {@code mx} lines stay, because a widely used sender refuses {@code none}
 * without them.
 */
@Component
public class Retiring {

    private final Domains domains;
    private final Versions versions;
    private final Confirmations confirmations;
    private final Publishing publishing;

    Retiring(Domains domains, Versions versions, Confirmations confirmations, Publishing publishing) {
        this.domains = domains;
        this.versions = versions;
        this.confirmations = confirmations;
        this.publishing = publishing;
    }

    /**
     * Publishes {@code none}.
     *
     * @param expectedCurrent the number of the version that was current when this was decided
     * @param reason why, at most 2,000 characters; {@code null} where nothing was said
     * @return {@link Publication.NothingToPublish} also where no version was ever up: no sender holds anything
     * @throws IllegalArgumentException where nothing was ever published
     */
    @Transactional
    public Publication retire(DomainName name, int expectedCurrent, @Nullable String reason) {
        var domain = domains.lock(name);
        var current = versions.current(domain)
                .orElseThrow(() -> new IllegalArgumentException("nothing is published for " + name));
        if (!confirmations.everUp(domain)) {
            return new Publication.NothingToPublish();
        }
        return publishing.publish(name, expectedCurrent, policy(current), Deed.RETIRED, "", reason, null);
    }

    /** What retiring publishes. */
    static Policy policy(PolicyVersion current) {
        return new Policy(Mode.NONE, current.mx(), MaxAge.DAY);
    }
}
