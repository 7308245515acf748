package mtasts.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Saving, replacing and discarding the draft of a domain. */
@Component
public class Drafting {

    private final Domains domains;
    private final Drafts drafts;
    private final Versions versions;
    private final PolicyFindings findings;
    private final Providers providers;
    private final AuditTrail audit;
    private final Clock clock;

    Drafting(
            Domains domains,
            Drafts drafts,
            Versions versions,
            PolicyFindings findings,
            Providers providers,
            AuditTrail audit,
            Clock clock) {
        this.domains = domains;
        this.drafts = drafts;
        this.versions = versions;
        this.findings = findings;
        this.providers = providers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the first draft from what is proposed, inside the transaction that registers the domain. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Domain domain, Proposal proposal) {
        put(domain, versions.current(domain), typed(proposal));
    }

    /**
     * The same for many domains that are new, with few statements.
     *
     * @param proposals one for each domain, with at least one pattern
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(List<Domain> fresh, List<Proposal> proposals) {
        var typed = proposals.stream().map(Drafting::typed).toList();
        drafts.putNew(fresh, typed, Author.acting().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        findings.keepNew(fresh, typed);
        audit.record(IntStream.range(0, fresh.size())
                .mapToObj(i -> new AuditTrail.Entry(
                        "policy.drafted", fresh.get(i).name().ascii(), null, values(typed.get(i))))
                .toList());
    }

    private static Typed typed(Proposal proposal) {
        return new Typed(proposal.mx().stream().map(Object::toString).toList(), MaxAge.WEEK.text(), "");
    }

    /**
     * Saves what was typed.
     *
     * @param expectedCurrent the number of the version that was current when the form was opened, 0 for none
     * @param lock of the draft that the form was opened with, {@code null} where none was open
     */
    @Transactional
    public Saving save(DomainName name, int expectedCurrent, @Nullable Integer lock, Typed typed) {
        return save(domains.lock(name), expectedCurrent, lock, typed);
    }

    /** The same on a domain that is locked already. */
    Saving save(Domain domain, int expectedCurrent, @Nullable Integer lock, Typed typed) {
        var current = versions.current(domain);
        if (current.isPresent() && current.get().number() != expectedCurrent) {
            return new Saving.Overtaken(current.get());
        }
        var open = drafts.of(domain);
        var retried = open.isPresent()
                ? open.get().typed().equals(typed)
                : current.isPresent() && saysTheSame(domain, current.get(), typed);
        return retried || open.map(Draft::lock).equals(Optional.ofNullable(lock))
                ? put(domain, current, typed).<Saving>map(Saving.Saved::new).orElseGet(Saving.Same::new)
                : new Saving.Changed(open.orElse(null));
    }

    /** Takes the draft away; whatever is published stays. Where none is open nothing happens. */
    @Transactional
    public void discard(DomainName name) {
        discard(domains.lock(name));
    }

    /**
     * The same with the one draft that was looked at.
     *
     * @param lock that draft's {@link Draft#lock()}
     * @return whether it was the one that is open; else nothing happens
     */
    @Transactional
    boolean discard(DomainName name, int lock) {
        var domain = domains.lock(name);
        var meant = drafts.of(domain).filter(draft -> draft.lock() == lock).isPresent();
        if (meant) {
            discard(domain);
        }
        return meant;
    }

    /** The same on a domain that is locked already. */
    void discard(Domain domain) {
        drafts.of(domain).ifPresent(draft -> {
            drafts.delete(domain);
            findings.keep(domain);
            audit.record("policy.draft-discarded", domain.name().ascii(), values(draft.typed()), null);
        });
    }

    /**
     * Adds lines for the registered MX hosts that neither the draft nor, where none is open, the current version covers:
     * as a provider names them, else the exact host.
     *
     * @return the hosts that are covered now and were not
     */
    @Transactional
    public List<DomainName> cover(DomainName name) {
        var domain = domains.lock(name);
        var current = versions.current(domain);
        var typed = drafts.of(domain)
                .map(Draft::typed)
                .or(() -> current.map(version -> Typed.of(version.policy())))
                .orElseGet(() -> PolicyForm.blank().typed());
        var uncovered = typed.uncovered(domain.hostNames());
        if (!uncovered.isEmpty()) {
            var mx = Stream.concat(
                    typed.mx().stream(),
                    Proposal.of(uncovered, providers).mx().stream().map(Object::toString));
            put(domain, current, new Typed(mx.toList(), typed.maxAge(), typed.note()));
        }
        return uncovered;
    }

    /**
     * Puts this in the place of whatever draft there is.
     *
     * @return empty where it says what the current version says: then no draft is open
     */
    Optional<Draft> put(Domain domain, Optional<PolicyVersion> current, Typed typed) {
        if (current.isPresent() && saysTheSame(domain, current.get(), typed)) {
            discard(domain);
            return Optional.empty();
        }
        var open = drafts.of(domain);
        return open.filter(draft -> draft.typed().equals(typed)).or(() -> Optional.of(store(domain, open, typed)));
    }

    private Draft store(Domain domain, Optional<Draft> open, Typed typed) {
        var before = open.map(Draft::typed).map(Drafting::values).orElse(null);
        var draft = drafts.put(
                domain, typed, Author.acting().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        findings.keep(domain);
        audit.record("policy.drafted", domain.name().ascii(), before, values(typed));
        return draft;
    }

    /** Whether the text would be that of the current version, so that there is nothing to keep. */
    static boolean saysTheSame(Domain domain, Optional<PolicyVersion> current, Typed typed) {
        return current.filter(version -> saysTheSame(domain, version, typed)).isPresent();
    }

    private static boolean saysTheSame(Domain domain, PolicyVersion current, Typed typed) {
        return Judgement.of(typed, Optional.of(current), domain.hostNames())
                .text()
                .equals(current.text());
    }

    private static Map<String, Object> values(Typed typed) {
        var values = new LinkedHashMap<String, Object>();
        values.put("mx", typed.mx());
        values.put("max-age", typed.maxAge());
        values.put("note", typed.note());
        return values;
    }
}
