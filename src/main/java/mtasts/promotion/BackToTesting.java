package mtasts.promotion;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.policy.Deed;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Prospect;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Back to testing, from enforce or after giving up. It always works; two weeks begin anew. */
@Component
public class BackToTesting {

    private final Domains domains;
    private final Versions versions;
    private final Publishing publishing;

    BackToTesting(Domains domains, Versions versions, Publishing publishing) {
        this.domains = domains;
        this.versions = versions;
        this.publishing = publishing;
    }

    /**
     * Publishes the current version's patterns in mode {@code testing} with a {@code max_age} of a week. An open draft
     * stays as it is.
     *
     * @param expectedCurrent the number of the version that was looked at
     * @param reason why, kept with the version; {@code null} where nothing was said
     * @return {@link Publication.NothingToPublish} where nothing was ever published, or the domain is in testing
     * @throws mtasts.domain.NoSuchDomain where the domain is not registered
     */
    @Transactional
    public Publication goBack(DomainName name, int expectedCurrent, @Nullable String reason) {
        var current = versions.current(domains.lock(name));
        if (current.isEmpty() || !possible(current.get())) {
            return current.filter(version -> isTheSame(version, expectedCurrent))
                    .<Publication>map(Publication.AlreadyPublished::new)
                    .orElseGet(Publication.NothingToPublish::new);
        }
        return publishing.publish(name, expectedCurrent, policy(current.get()), Deed.BACK_TO_TESTING, "", reason, null);
    }

    /** What going back would come to for many domains, in their order; nothing is changed. */
    @Transactional(readOnly = true)
    public List<Prospect> look(List<Domain> many) {
        var currents = versions.current(many);
        return many.stream().map(domain -> look(currents.get(domain.id()))).toList();
    }

    private static Prospect look(@Nullable PolicyVersion current) {
        return current == null
                ? new Prospect(null, 0, 0, new Publication.NothingToPublish())
                : new Prospect(
                        current.mode(),
                        current.number(),
                        0,
                        possible(current) ? null : new Publication.NothingToPublish());
    }

    /** Whether there is anything to go back from. A text without patterns has nothing to be tested. */
    static boolean possible(PolicyVersion current) {
        return current.mode() != Mode.TESTING && !current.mx().isEmpty();
    }

    /** What going back publishes. */
    static Policy policy(PolicyVersion current) {
        return new Policy(Mode.TESTING, current.mx(), MaxAge.WEEK);
    }

    private static boolean isTheSame(PolicyVersion current, int expectedCurrent) {
        return current.deed() == Deed.BACK_TO_TESTING && current.number() == expectedCurrent + 1;
    }
}
