package mtasts.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     */
    @Transactional
    public Publication publishDraft(
            DomainName name, int expectedCurrent, int draftLock, String note, @Nullable String reason) {
        return publishDrafts(List.of(new DraftOrder(name, expectedCurrent, draftLock, note)), reason)
                .getFirst();
    }

    /**
     * The draft of a domain that was looked at.
     *
     * @param note {@code null} for the draft's own
     */
    public record DraftOrder(
            DomainName name,
            int expectedCurrent,
            int draftLock,
            @Nullable String note) {}

    /**
     * Publishes the open drafts of domains that are each another, all or none of those that can be published.
     *
     * @return what came of each, in their order
     */
    @Transactional
    public List<Publication> publishDrafts(List<DraftOrder> orders, @Nullable String reason) {
        var many = domains.lockEach(orders.stream().map(DraftOrder::name).toList());
        var currents = versions.current(many);
        var opens = drafts.of(many);
        var decided = IntStream.range(0, orders.size())
                .mapToObj(i -> decide(
                        many.get(i),
                        orders.get(i),
                        Optional.ofNullable(currents.get(many.get(i).id())),
                        opens.get(many.get(i).id()),
                        reason))
                .toList();
        return publish(decided);
    }

    private List<Publication> publish(List<Decided> decided) {
        var published = nextVersion
                .publish(decided.stream()
                        .flatMap(each -> each.candidate().stream())
                        .toList())
                .iterator();
        return decided.stream()
                .map(each -> each.refused() != null
                        ? each.refused()
                        : closed(each.candidate().orElseThrow(), published.next()))
                .toList();
    }

    /** Either what can be tried, or why not. */
    private record Decided(
            Optional<NextVersion.Candidate> candidate,
            @Nullable Publication refused) {

        static Decided not(Publication why) {
            return new Decided(Optional.empty(), why);
        }
    }

    private static Decided decide(
            Domain domain,
            DraftOrder order,
            Optional<PolicyVersion> current,
            @Nullable Draft draft,
            @Nullable String reason) {
        if (current.isPresent() && current.get().number() != order.expectedCurrent()) {
            var once = draft == null && current.get().deed() == Deed.PUBLISHED;
            return Decided.not(overtaken(current.get(), order.expectedCurrent(), once));
        }
        if (draft == null || draft.lock() != order.draftLock()) {
            return Decided.not(new Publication.DraftChanged(draft));
        }
        var note = order.note() == null ? draft.typed().note() : order.note();
        return decide(domain, current, draft, note, reason);
    }

    private static Decided decide(
            Domain domain, Optional<PolicyVersion> current, Draft draft, String note, @Nullable String reason) {
        var judgement = Judgement.of(draft.typed(), current, domain.hostNames());
        return judgement
                .policy()
                .map(policy -> new NextVersion.Order(policy, Deed.PUBLISHED, note, reason, null))
                .map(order -> new Decided(Optional.of(new NextVersion.Candidate(domain, current, order, true)), null))
                .orElseGet(() -> Decided.not(new Publication.Invalid(judgement.invalid())));
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
        return publishEach(List.of(Attempt.to(name, expectedCurrent, policy, deed, note, reason, word)))
                .getFirst();
    }

    /** A domain whose current version was looked at. */
    public record Looked(DomainName name, int expectedCurrent) {}

    /** What is to be published for a domain, or why that is not even tried. */
    public sealed interface Attempt {

        /** As {@link Publishing#publish} takes it. */
        static Attempt to(
                DomainName name,
                int expectedCurrent,
                Policy policy,
                Deed deed,
                String note,
                @Nullable String reason,
                @Nullable Word word) {
            return new PolicyOrder(
                    new Looked(name, expectedCurrent), policy, new NextVersion.Order(policy, deed, note, reason, word));
        }

        static Attempt not(Publication why) {
            return new Not(why);
        }
    }

    private record PolicyOrder(Looked looked, Policy policy, NextVersion.Order order) implements Attempt {}

    private record Not(Publication why) implements Attempt {}

    /**
     * The same for domains that are each another, with the same few statements however many they are.
     *
     * @return what came of each, in their order
     */
    @Transactional
    public List<Publication> publishEach(List<Attempt> attempts) {
        var many = domains
                .lockEach(attempts.stream()
                        .flatMap(attempt -> attempt instanceof PolicyOrder order
                                ? Stream.of(order.looked().name())
                                : Stream.empty())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Domain::name, Function.identity()));
        var currents = versions.current(List.copyOf(many.values()));
        return publish(attempts.stream()
                .map(attempt -> switch (attempt) {
                    case Not not -> Decided.not(not.why());
                    case PolicyOrder order -> {
                        var domain =
                                Objects.requireNonNull(many.get(order.looked().name()));
                        yield decide(domain, Optional.ofNullable(currents.get(domain.id())), order);
                    }
                })
                .toList());
    }

    private static Decided decide(Domain domain, Optional<PolicyVersion> current, PolicyOrder order) {
        int expected = order.looked().expectedCurrent();
        if (current.isPresent() && current.get().number() != expected) {
            var same = current.get().text().equals(order.policy().text());
            return Decided.not(overtaken(current.get(), expected, same));
        }
        return new Decided(
                Optional.of(new NextVersion.Candidate(domain, current, order.order(), current.isEmpty())), null);
    }

    private Publication publishDraft(
            Domain domain, Optional<PolicyVersion> current, Draft draft, String note, @Nullable String reason) {
        return publish(List.of(decide(domain, current, draft, note, reason))).getFirst();
    }

    /** A draft that says what is published is closed. */
    private Publication closed(NextVersion.Candidate candidate, Publication publication) {
        if (candidate.fromDraft() && publication instanceof Publication.NothingToPublish) {
            drafting.discard(candidate.domain());
        }
        return publication;
    }

    private static Publication overtaken(PolicyVersion current, int expectedCurrent, boolean same) {
        return same && current.number() == expectedCurrent + 1
                ? new Publication.AlreadyPublished(current)
                : new Publication.Overtaken(current);
    }
}
