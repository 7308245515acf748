package mtasts.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over the policy that a domain has already: its text as it is, to the octet, becomes version 1 whatever its mode, and
 * the next version goes on from there.
 */
@Component
public class Adoption {

    private final Versions versions;
    private final Drafts drafts;
    private final Drafting drafting;
    private final Appending appending;
    private final Confirmations confirmations;
    private final Reaches reaches;
    private final Clock clock;

    Adoption(
            Versions versions,
            Drafts drafts,
            Drafting drafting,
            Appending appending,
            Confirmations confirmations,
            Reaches reaches,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.drafting = drafting;
        this.appending = appending;
        this.confirmations = confirmations;
        this.reaches = reaches;
        this.clock = clock;
    }

    /**
     * What is up today, by the word of the one who adopts it.
     *
     * @param text as it is handed out, without NUL characters
     * @param id that the {@code _mta-sts} record says
     * @param known since when, not in the future, and what was there before
     */
    public record Live(String text, PolicyId id, Adopted known) {

        /** Whether a version is this, adopted before. */
        public boolean is(PolicyVersion version) {
            return version.deed() == Deed.ADOPTED
                    && version.text().equals(text)
                    && version.id().equals(id);
        }

        /** Whether a draft that it becomes keeps all of the text in its note. */
        public boolean fitsIntoNote() {
            return Salvage.isWhole(this);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is version 1 now. */
        record Adopted(PolicyVersion version) implements Outcome {}

        /** The same was adopted before. */
        record Already(PolicyVersion version) implements Outcome {}

        /**
         * No sender can follow it: what can be read of it is a draft, with the text itself in its note.
         *
         * @param findings of the text that was to be adopted
         */
        record Drafted(Draft draft, List<Finding> findings) implements Outcome {}

        /** The domain has versions: there is nothing to adopt any more. */
        record Refused(PolicyVersion current) implements Outcome {}
    }

    /**
     * Adopts, within the transaction that locked the domain.
     *
     * @param domain locked, and written with {@link Place#ELSEWHERE}: that is where the file is up today
     * @throws IllegalArgumentException where the domain's place is another, or since is in the future
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome adopt(Domain domain, Live live) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var since = live.known().since();
        if (domain.place() != Place.ELSEWHERE || (since != null && since.isAfter(now))) {
            throw new IllegalArgumentException("this is not what is up today");
        }
        var obstacle = obstacle(domain, live);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var judgement = Judgement.of(live.text(), domain.hostNames());
        return judgement
                .policy()
                .map(policy -> adopted(domain, live, policy, now))
                .orElseGet(() -> drafted(domain, live, judgement));
    }

    /** Why there is nothing to adopt for a domain, registered or removed; empty where there is. */
    public Optional<Outcome> obstacle(Domain domain, Live live) {
        return versions.current(domain)
                .map(current -> versions.find(domain, 1).filter(live::is).isPresent()
                        ? new Outcome.Already(current)
                        : new Outcome.Refused(current));
    }

    /** The file is up elsewhere, and the record says the id: that is what there is to adopt. */
    private Outcome adopted(Domain domain, Live live, Policy policy, Instant now) {
        var author = Author.acting();
        var file = new Confirmation(now, author.name(), Place.ELSEWHERE);
        var version = new PolicyVersion(
                domain.id(),
                1,
                live.id(),
                live.text(),
                policy.mode(),
                policy.mx(),
                policy.maxAge(),
                Place.ELSEWHERE,
                now,
                Deed.ADOPTED,
                author.name(),
                "",
                null,
                null,
                null,
                file,
                file,
                live.known());
        appending.append(List.of(new Appending.Step(domain, null, version, false)), author);
        // where reports go is another record, of which the adopter said nothing
        var said =
                new Reach.Records(Place.ELSEWHERE, reaches.of(domain).wanted().policyHost(), null);
        confirmations.records(version, said, now, author.name());
        drafts.of(domain).ifPresent(draft -> drafting.put(domain, Optional.of(version), draft.typed()));
        return new Outcome.Adopted(version);
    }

    private Outcome drafted(Domain domain, Live live, Judgement judgement) {
        var draft = drafting.put(domain, Optional.empty(), Salvage.of(live));
        return new Outcome.Drafted(Objects.requireNonNull(draft.orElse(null)), judgement.findings());
    }
}
