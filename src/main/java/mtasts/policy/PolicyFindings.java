package mtasts.policy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHostsChanged;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What there is to say about a domain's current text and its draft, held against its registered MX hosts. Codes and
 * numbers are kept whenever one of the three changes, so that lists can filter and sort by them.
 */
@Component
public class PolicyFindings {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyFindings(Domains domains, Versions versions, Drafts drafts, JdbcClient jdbc, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** About the text of the current version, in the order of its lines; empty when nothing is published. */
    public List<Finding> current(Domain domain) {
        return published(domain, versions.current(domain));
    }

    private static List<Finding> published(Domain domain, Optional<PolicyVersion> current) {
        return current.map(version ->
                        Judgement.of(version.text(), domain.hostNames()).findings())
                .orElse(List.of());
    }

    /** About the open draft, in the order of its lines; empty when none is open. */
    public List<Finding> draft(Domain domain) {
        return drafted(domain, versions.current(domain), drafts.of(domain));
    }

    private static List<Finding> drafted(Domain domain, Optional<PolicyVersion> current, Optional<Draft> open) {
        return open.map(draft ->
                        Judgement.of(draft.typed(), current, domain.hostNames()).findings())
                .orElse(List.of());
    }

    @EventListener
    @Transactional
    void on(MxHostsChanged event) {
        domains.findById(event.domainId()).ifPresent(this::keep);
    }

    /**
     * Keeps the findings and how much the worst of them weighs: of the current text, and of the draft as long as nothing is
     * published, because a draft is no danger to mail. Whatever made them change has changed the domain.
     */
    void keep(Domain domain) {
        keep(List.of(domain), versions.current(List.of(domain)), drafts.of(List.of(domain)), "");
    }

    /**
     * The same of many domains, and where they stand after something was published.
     *
     * @param currents their current versions, by their keys
     * @param opens their open drafts, likewise
     */
    void keepPublished(List<Domain> many, Map<Long, PolicyVersion> currents, Map<Long, Draft> opens) {
        keep(many, currents, opens, Standings.KEPT + ", ");
    }

    private void keep(List<Domain> many, Map<Long, PolicyVersion> currents, Map<Long, Draft> opens, String standing) {
        var kinds = new ArrayList<Kind>();
        var weights = new ArrayList<Integer>();
        for (var domain : many) {
            var current = Optional.ofNullable(currents.get(domain.id()));
            var open = Optional.ofNullable(opens.get(domain.id()));
            var published = published(domain, current);
            var drafted = drafted(domain, current, open);
            kinds.addAll(kinds(domain, "current", published));
            kinds.addAll(kinds(domain, "draft", drafted));
            weights.add(urgency(domain, current).orElseGet(() -> weight(current.isPresent() ? published : drafted)));
        }
        var ids = many.stream().map(Domain::id).toArray(Long[]::new);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            with found as (
                select * from unnest(:domains::bigint[], :about::text[], :codes::text[], :severities::text[], :numbers::int[])
                    as f (domain_id, about, code, severity, number)
            ), gone as (
                delete from policy_finding p where domain_id = any(:all)
                    and not exists (select from found f where f.domain_id = p.domain_id and f.about = p.about
                        and f.code = p.code and f.severity = p.severity)
            )
            insert into policy_finding (domain_id, about, code, severity, number, since)
            select domain_id, about, code, severity, number, :now from found
            on conflict (domain_id, about, code, severity) do update set number = excluded.number\
            """)
                .param("all", ids)
                .param("domains", kinds.stream().map(Kind::domain).toArray(Long[]::new))
                .param("about", kinds.stream().map(Kind::about).toArray(String[]::new))
                .param("codes", kinds.stream().map(Kind::code).toArray(String[]::new))
                .param("severities", kinds.stream().map(Kind::severity).toArray(String[]::new))
                .param("numbers", kinds.stream().map(Kind::number).toArray(Long[]::new))
                .param("now", now)
                .update();
        jdbc.sql("update domain d set " + standing + """
            changed_at = greatest(d.changed_at, :now), worst_severity = worst.severity
            from unnest(:all::bigint[], :weights::int[]) as worst (id, severity) where d.id = worst.id\
            """)
                .param("now", now)
                .param("all", ids)
                .param("weights", weights.toArray(Integer[]::new))
                .update();
    }

    /** The same for first drafts of domains that are new; mostly there is nothing to say about what was proposed. */
    void keepNew(List<Domain> fresh, List<Typed> typed) {
        var told = IntStream.range(0, fresh.size())
                .filter(i -> weight(Judgement.of(
                                        typed.get(i),
                                        Optional.empty(),
                                        fresh.get(i).hostNames())
                                .findings())
                        > 0)
                .mapToObj(fresh::get)
                .toList();
        if (!told.isEmpty()) {
            keep(told, Map.of(), drafts.of(told), "");
        }
    }

    private record Kind(long domain, String about, String code, String severity, long number) {}

    private static List<Kind> kinds(Domain domain, String about, List<Finding> found) {
        var kinds = new ArrayList<Kind>();
        found.stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .collect(Collectors.groupingBy(
                        finding -> List.of(
                                finding.code().text(), finding.severity().name().toLowerCase(Locale.ROOT)),
                        Collectors.counting()))
                .forEach((kind, number) ->
                        kinds.add(new Kind(domain.id(), about, kind.getFirst(), kind.getLast(), number)));
        return kinds;
    }

    /** An MX host that the current policy does not name comes before all, and first where mail is held back. */
    private static OptionalInt urgency(Domain domain, Optional<PolicyVersion> current) {
        return current.stream()
                .filter(version -> version.mode() != Mode.NONE)
                .filter(version -> !domain.hostNames().stream().allMatch(version.policy()::permits))
                .mapToInt(version -> version.mode() == Mode.ENFORCE ? 5 : 4)
                .findFirst();
    }

    private static int weight(List<Finding> findings) {
        return findings.stream()
                .mapToInt(finding -> switch (finding.severity()) {
                    case INVALID -> 3;
                    case DANGER -> 2;
                    case ADVICE -> 1;
                    case OK -> 0;
                })
                .max()
                .orElse(0);
    }
}
