package mtasts.estate;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Enrolling;
import mtasts.domain.MxHost;
import mtasts.domain.MxHosts;
import mtasts.domain.MxHostsChanged;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.domain.Tags;
import mtasts.policy.Drafting;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers a domain, and opens the draft that is proposed for its MX hosts. */
@Service
public class Registering {

    private final Domains domains;
    private final Enrolling enrolling;
    private final Providers providers;
    private final Drafting drafting;
    private final Versions versions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registering(
            Domains domains,
            Enrolling enrolling,
            Providers providers,
            Drafting drafting,
            Versions versions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.domains = domains;
        this.enrolling = enrolling;
        this.providers = providers;
        this.drafting = drafting;
        this.versions = versions;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of a domain when it is registered; its hosts and tags were read without problems. */
    public record Registration(DomainName name, MxHosts hosts, Place place, String note, Tags tags) {}

    /** What came of it. */
    sealed interface Outcome {

        /** The domain is registered, with a draft as proposed where it has hosts. */
        record Registered(Proposal proposal) implements Outcome {}

        /** It had been removed, and goes on where it was then. */
        record Continued(Proposal proposal, int versions) implements Outcome {}

        /** It is registered already, as a sample maybe, whose name is not free before that is gone; nothing was changed. */
        record Already(boolean sample) implements Outcome {}
    }

    /** Does it in one transaction. */
    @Transactional
    Outcome register(Registration registration) {
        onlyOneAtATime(registration.name());
        var known = domains.lockEverRegistered(registration.name());
        if (known.filter(domain -> !domain.removed() || domain.sample()).isPresent()) {
            return new Outcome.Already(known.get().sample());
        }
        return known.isPresent() ? goOn(known.get(), registration) : begin(registration);
    }

    /**
     * Does it for many, with few statements, in one transaction.
     *
     * @param registrations each of another name
     * @return one outcome for each, in their order
     */
    @Transactional
    List<Outcome> register(List<Registration> registrations) {
        var now = clock.instant();
        var fresh = new LinkedHashMap<DomainName, Domain>();
        for (var registration : registrations) {
            var domain = Domain.register(registration.name(), registration.place(), now);
            describe(domain, registration, now);
            fresh.put(domain.name(), domain);
        }
        var stored = enrolling.store(List.copyOf(fresh.values()));
        audit.record(stored.stream()
                .map(domain ->
                        new AuditTrail.Entry("domain.registered", domain.name().ascii(), null, values(domain)))
                .toList());
        var proposals = stored.stream()
                .collect(Collectors.toMap(Domain::name, domain -> Proposal.of(domain.hostNames(), providers)));
        var drafted =
                stored.stream().filter(domain -> !domain.hosts().isEmpty()).toList();
        drafting.begin(
                drafted, drafted.stream().map(Domain::name).map(proposals::get).toList());
        return registrations.stream()
                .map(registration -> outcome(registration, proposals.get(registration.name())))
                .toList();
    }

    /** What is no new name takes the way that each single one takes. */
    private Outcome outcome(Registration registration, @Nullable Proposal proposal) {
        return proposal == null ? register(registration) : new Outcome.Registered(proposal);
    }

    /** Two who register the same name wait for one another instead of failing at the last moment. */
    void onlyOneAtATime(DomainName name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 8461))")
                .param("name", name.ascii())
                .query(row -> {});
    }

    /**
     * Registers a name that is not registered, or was removed, and opens no draft; within the transaction that began with
     * {@link #onlyOneAtATime}.
     *
     * @param removed the domain of that name, {@code null} where it was never registered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Domain enrol(Registration registration, @Nullable Domain removed) {
        return removed == null ? enrol(registration) : goOn(registration, removed);
    }

    /**
     * Registers a domain that is made up, and is marked so for good.
     *
     * @param registration of a name that was never registered
     */
    @Transactional
    public void registerSample(Registration registration) {
        var domain = Domain.sample(registration.name(), registration.place(), clock.instant());
        draft(enrol(registration, domain, clock.instant()));
    }

    private Outcome begin(Registration registration) {
        return new Outcome.Registered(draft(enrol(registration)));
    }

    private Domain enrol(Registration registration) {
        var now = clock.instant();
        return enrol(registration, Domain.register(registration.name(), registration.place(), now), now);
    }

    private Domain enrol(Registration registration, Domain domain, Instant now) {
        fill(domain, registration, now);
        audit.record("domain.registered", domain.name().ascii(), null, values(domain));
        return domain;
    }

    private Outcome goOn(Domain domain, Registration registration) {
        goOn(registration, domain);
        return new Outcome.Continued(draft(domain), versions.of(domain).size());
    }

    private Domain goOn(Registration registration, Domain domain) {
        var now = clock.instant();
        var before = values(domain);
        var moved = domain.place() != registration.place();
        domain.restore(now);
        domain.serve(registration.place(), now);
        fill(domain, registration, now);
        audit.record("domain.registered-again", domain.name().ascii(), before, values(domain));
        if (moved) {
            events.publishEvent(new PlaceChanged(domain.id(), domain.place()));
        }
        events.publishEvent(new MxHostsChanged(domain.id()));
        return domain;
    }

    private void fill(Domain domain, Registration registration, Instant now) {
        describe(domain, registration, now);
        domains.saveAndFlush(domain);
    }

    private void describe(Domain domain, Registration registration, Instant now) {
        domain.describe(registration.note(), registration.tags(), now);
        if (registration.hosts().noMail()) {
            domain.takeNoMail(now);
        } else {
            domain.receiveAt(registration.hosts().hosts(), providers, now);
        }
    }

    /** Opens the draft, unless there is no host to cover or what is published covers them all. */
    private Proposal draft(Domain domain) {
        var hosts = domain.hostNames();
        var proposal = Proposal.of(hosts, providers);
        if (!hosts.isEmpty() && !isPublished(domain, hosts)) {
            drafting.begin(domain, proposal);
        }
        return proposal;
    }

    private boolean isPublished(Domain domain, List<DomainName> hosts) {
        return versions.current(domain)
                .filter(version -> protects(version, hosts))
                .isPresent();
    }

    /** Whether a version needs no draft after it, because it names all these hosts and was not given up. */
    static boolean protects(PolicyVersion version, List<DomainName> hosts) {
        return version.mode() != Mode.NONE && hosts.stream().allMatch(version.policy()::permits);
    }

    private static Map<String, Object> values(Domain domain) {
        return Map.of(
                "place", domain.place().text(),
                "takes-mail", domain.takesMail(),
                "hosts", domain.hosts().stream().map(MxHost::text).toList(),
                "tags", List.copyOf(domain.tags()),
                "note", domain.note());
    }
}
