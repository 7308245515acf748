package mtasts.promotion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.policy.Deed;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.policy.Publishing.Attempt;
import mtasts.policy.Publishing.Looked;
import mtasts.policy.Versions;
import mtasts.policy.Word;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From testing to enforce, and at once to enforce for those who know better. */
@Component
public class Promotion {

    private static final Word WHOLE = new Word(true, true, true);

    private final Domains domains;
    private final Versions versions;
    private final ReadinessOf readiness;
    private final Publishing publishing;

    Promotion(Domains domains, Versions versions, ReadinessOf readiness, Publishing publishing) {
        this.domains = domains;
        this.versions = versions;
        this.readiness = readiness;
        this.publishing = publishing;
    }

    /**
     * Publishes the current version's patterns in mode {@code enforce}, with a {@code max_age} of two weeks at least. An
     * open draft stays as it is. Of a domain never published it publishes what the draft says, and the draft is done
     * with.
     *
     * @param expectedCurrent the number of the version that was looked at, 0 where none was published
     * @param word what the person vouches for; kept with the version
     * @param reason why in spite of what is not met or not known; kept with the version, and needed where the readiness
     *     with this word is anything but ready
     * @param maxAge in the stead of what is proposed; {@code null} for that
     * @return {@link Publication.ReasonNeeded} where it is not ready and no reason is given;
     *     {@link Publication.NothingToPublish} also where the domain takes no mail
     * @throws mtasts.domain.NoSuchDomain where the domain is not registered
     */
    @Transactional
    public Publication promote(
            DomainName name, int expectedCurrent, Word word, @Nullable String reason, @Nullable MaxAge maxAge) {
        return promote(List.of(new Looked(name, expectedCurrent)), word, reason, maxAge)
                .getFirst();
    }

    /** The same for domains that are each another; what came of each, in their order. */
    @Transactional
    public List<Publication> promote(List<Looked> many, Word word, @Nullable String reason, @Nullable MaxAge maxAge) {
        var locked = domains.lockEach(many.stream().map(Looked::name).toList());
        var published = versions.of(locked);
        return publishing.publishEach(IntStream.range(0, many.size())
                .mapToObj(i -> attempt(
                        locked.get(i),
                        many.get(i).expectedCurrent(),
                        published.getOrDefault(locked.get(i).id(), List.of()),
                        word,
                        reason,
                        maxAge))
                .toList());
    }

    /** @param all of its versions, newest first */
    private Attempt attempt(
            Domain domain,
            int expectedCurrent,
            List<PolicyVersion> all,
            Word word,
            @Nullable String reason,
            @Nullable MaxAge maxAge) {
        var current = all.stream().findFirst();
        if (current.map(PolicyVersion::number).orElse(0) != expectedCurrent) {
            return Attempt.not(overtaken(current.orElseThrow(), expectedCurrent));
        }
        if (current.isPresent() && current.get().mode() != Mode.TESTING) {
            return Attempt.not(new Publication.NothingToPublish());
        }
        var candidate = domain.takesMail()
                ? readiness.candidate(domain, current).map(proposed -> proposed.lasting(maxAge, domain.hostNames()))
                : Optional.<Candidate>empty();
        if (candidate.isEmpty()) {
            return Attempt.not(new Publication.NothingToPublish());
        }
        var policy = candidate.get().policy();
        if (policy.isEmpty()) {
            return Attempt.not(new Publication.Invalid(candidate.get().reading().findings()));
        }
        boolean ready = readiness.of(domain, all, word, candidate).verdict() == Readiness.Verdict.READY;
        if (!ready && (reason == null || reason.isBlank())) {
            return Attempt.not(new Publication.ReasonNeeded(candidate.get().grave()));
        }
        return Attempt.to(
                domain.name(),
                expectedCurrent,
                policy.get(),
                ready ? Deed.PROMOTED : Deed.PROMOTED_ANYWAY,
                "",
                ready ? null : reason,
                OwnWord.given(word) > 0 ? word : null);
    }

    /**
     * What promoting many domains would come to, in their order; nothing is changed. The word is taken as given.
     *
     * @param maxAge as above
     */
    @Transactional(readOnly = true)
    public List<PromotionProspect> look(List<Domain> many, @Nullable MaxAge maxAge) {
        var published = versions.of(many);
        return many.stream()
                .map(domain -> look(domain, published.getOrDefault(domain.id(), List.of()), maxAge))
                .toList();
    }

    private PromotionProspect look(Domain domain, List<PolicyVersion> all, @Nullable MaxAge maxAge) {
        if (all.isEmpty()) {
            return new PromotionProspect(null, 0, null, List.of());
        }
        var current = all.getFirst();
        var prospect = new PromotionProspect(current.mode(), current.number(), null, List.of());
        if (current.mode() != Mode.TESTING || !domain.takesMail()) {
            return prospect.but(new Publication.NothingToPublish());
        }
        var candidate = Candidate.of(current, domain.hostNames()).lasting(maxAge, domain.hostNames());
        return candidate.policy().isEmpty()
                ? prospect.but(new Publication.Invalid(candidate.reading().findings()))
                : prospect.lacking(
                        readiness.of(domain, all, WHOLE, Optional.of(candidate)).unmet());
    }

    /** The same with the {@code max_age} that is proposed. */
    @Transactional
    public Publication promote(DomainName name, int expectedCurrent, Word word, @Nullable String reason) {
        return promote(name, expectedCurrent, word, reason, null);
    }

    /** Either the same was done a moment ago, by a double click or a second tab, or something else was published. */
    private static Publication overtaken(PolicyVersion current, int expectedCurrent) {
        boolean same = current.number() == expectedCurrent + 1
                && (current.deed() == Deed.PROMOTED || current.deed() == Deed.PROMOTED_ANYWAY);
        return same ? new Publication.AlreadyPublished(current) : new Publication.Overtaken(current);
    }
}
