package mtasts.policy;

import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to a published version. Each publication is one transaction that begins with the lock on the domain, so
 * that a double click, two tabs, or a retry after a lost connection make one version.
 *
 * <p>In every method {@code expectedCurrent} is the number of the version that was current when the deed was decided, 0
 * for none; {@code note} says why this change, and {@code reason} why in spite of a danger or before the day, each of at
 * most 2,000 characters. Each throws {@link mtasts.domain.NoSuchDomain} where the name is not registered.
 */
@Component
public class Publishing {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Drafting drafting;
    private final NextVersion nextVersion;

    Publishing(Domains domains, Versions versions, Drafts drafts, Drafting drafting, NextVersion nextVersion) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.drafting = drafting;
        this.nextVersion = nextVersion;
    }

    /** What publishing the open drafts of many domains would come to, in their order; nothing is changed. */
    @Transactional(readOnly = true)
    public List<Prospect> look(List<Domain> many) {
        var currents = versions.current(many);
        var opens = drafts.of(many);
        return many.stream()
                .map(domain -> look(
                        domain,
                        Optional.ofNullable(currents.get(domain.id())),
                        Optional.ofNullable(opens.get(domain.id()))))
                .toList();
    }

    private Prospect look(Domain domain, Optional<PolicyVersion> current, Optional<Draft> open) {
        var prospect = new Prospect(
                current.map(PolicyVersion::mode).orElse(null),
                current.map(PolicyVersion::number).orElse(0),
                open.map(Draft::lock).orElse(0),
                null);
        if (open.isEmpty()) {
            return prospect.but(new Publication.DraftChanged(null));
        }
        var judgement = Judgement.of(open.get().typed(), current, domain.hostNames());
        if (judgement.policy().isEmpty()) {
            return prospect.but(new Publication.Invalid(judgement.invalid()));
        }
        var order = new NextVersion.Order(judgement.policy().get(), Deed.PUBLISHED, "", null, null);
        return nextVersion.objection(domain, current, order).map(prospect::but).orElse(prospect);
    }

    /**
     * Publishes the open draft in the current mode, or in testing.
     *
     * @param draftLock of the draft that was looked at
     * @param note {@code null} for the draft's own
     */
    @Transactional
    public Publication publishDraft(
            DomainName name, int expectedCurrent, int draftLock, @Nullable String note, @Nullable String reason) {
        var domain = domains.lock(name);
        var current = versions.current(domain);
        var draft = drafts.of(domain).orElse(null);
        if (current.isPresent() && current.get().number() != expectedCurrent) {
            var once = draft == null && current.get().deed() == Deed.PUBLISHED;
            return overtaken(current.get(), expectedCurrent, once);
        }
        return draft != null && draft.lock() == draftLock
                ? publishDraft(
                        domain, current, draft, note == null ? draft.typed().note() : note, reason)
                : new Publication.DraftChanged(draft);
    }

    /**
     * Saves what was typed as the draft and publishes it. Where it cannot be published, it stays saved; where there is
     * nothing to publish, no draft stays open.
     *
     * @param draftLock of the draft that the form was opened with, {@code null} where none was open
     */
    @Transactional
    Publication publishTyped(
            DomainName name, int expectedCurrent, @Nullable Integer draftLock, Typed typed, @Nullable String reason) {
        var domain = domains.lock(name);
        var current = versions.current(domain);
        if (current.isPresent() && current.get().number() != expectedCurrent) {
            var text = Judgement.of(typed, current, domain.hostNames()).text();
            return overtaken(
                    current.get(), expectedCurrent, current.get().text().equals(text));
        }
        return switch (drafting.save(domain, expectedCurrent, draftLock, typed)) {
            case Saving.Saved saved -> publishDraft(domain, current, saved.draft(), typed.note(), reason);
            case Saving.Same same -> new Publication.NothingToPublish();
            case Saving.Changed changed -> new Publication.DraftChanged(changed.draft());
            case Saving.Overtaken overtaken -> new Publication.Overtaken(overtaken.current());
        };
    }

    /**
     * Publishes a policy that is not the draft's: for promoting, for going back to testing and for retiring. The draft
     * stays, except where this was the way to the first version.
     *
     * @param word what the author vouches for
     */
    @Transactional
    public Publication publish(
            DomainName name,
            int expectedCurrent,
            Policy policy,
            Deed deed,
            String note,
            @Nullable String reason,
            @Nullable Word word) {
        var domain = domains.lock(name);
        var current = versions.current(domain);
        if (current.isPresent() && current.get().number() != expectedCurrent) {
            var same = current.get().text().equals(policy.text());
            return overtaken(current.get(), expectedCurrent, same);
        }
        var publication = nextVersion.publish(domain, current, new NextVersion.Order(policy, deed, note, reason, word));
        if (current.isEmpty()) {
            consumed(domain, publication);
        }
        return publication;
    }

    private Publication publishDraft(
            Domain domain, Optional<PolicyVersion> current, Draft draft, String note, @Nullable String reason) {
        var judgement = Judgement.of(draft.typed(), current, domain.hostNames());
        if (judgement.policy().isEmpty()) {
            return new Publication.Invalid(judgement.invalid());
        }
        var order = new NextVersion.Order(judgement.policy().get(), Deed.PUBLISHED, note, reason, null);
        return consumed(domain, nextVersion.publish(domain, current, order));
    }

    private Publication consumed(Domain domain, Publication publication) {
        if (publication instanceof Publication.Published) {
            drafts.delete(domain);
            nextVersion.keep(domain);
        } else if (publication instanceof Publication.NothingToPublish) {
            drafting.discard(domain);
        }
        return publication;
    }

    private static Publication overtaken(PolicyVersion current, int expectedCurrent, boolean same) {
        return same && current.number() == expectedCurrent + 1
                ? new Publication.AlreadyPublished(current)
                : new Publication.Overtaken(current);
    }
}
