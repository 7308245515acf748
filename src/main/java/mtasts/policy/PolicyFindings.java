package mtasts.policy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHostsChanged;
import mtasts.rfc8461.Finding;
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
        return versions.current(domain)
                .map(version -> Judgement.of(version.text(), domain.hostNames()).findings())
                .orElse(List.of());
    }

    /** About the open draft, in the order of its lines; empty when none is open. */
    public List<Finding> draft(Domain domain) {
        return drafts.of(domain)
                .map(draft -> Judgement.of(draft.typed(), versions.current(domain), domain.hostNames())
                        .findings())
                .orElse(List.of());
    }

    @EventListener
    @Transactional
    void on(MxHostsChanged event) {
        domains.findById(event.domainId()).ifPresent(this::keep);
    }

    /**
     * Keeps the findings and the domain's worst severity: of the current text, and of the draft as long as nothing is
     * published, because a draft is no danger to mail. Whatever made them change has changed the domain.
     */
    void keep(Domain domain) {
        var current = current(domain);
        var draft = draft(domain);
        keep(domain, "current", current);
        keep(domain, "draft", draft);
        jdbc.sql("""
            update domain set changed_at = greatest(changed_at, :now),
                worst_severity = case when current_version is null then :draft else :current end
            where id = :id\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("draft", weight(draft))
                .param("current", weight(current))
                .param("id", domain.id())
                .update();
    }

    /** The same for first drafts of domains that are new; mostly there is nothing to say about what was proposed. */
    void keepNew(List<Domain> fresh, List<Typed> typed) {
        for (int i = 0; i < fresh.size(); i++) {
            var domain = fresh.get(i);
            var found = Judgement.of(typed.get(i), Optional.empty(), domain.hostNames())
                    .findings();
            if (weight(found) > 0) {
                keep(domain);
            }
        }
    }

    private void keep(Domain domain, String about, List<Finding> found) {
        var counted = found.stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .collect(Collectors.groupingBy(Kind::of, Collectors.counting()));
        var kinds = List.copyOf(counted.keySet());
        jdbc.sql("""
            with found as (
                select * from unnest(:codes::text[], :severities::text[], :numbers::int[]) as f (code, severity, number)
            ), gone as (
                delete from policy_finding p where domain_id = :domain and about = :about
                    and not exists (select from found f where f.code = p.code and f.severity = p.severity)
            )
            insert into policy_finding (domain_id, about, code, severity, number, since)
            select :domain, :about, code, severity, number, :now from found
            on conflict (domain_id, about, code, severity) do update set number = excluded.number\
            """)
                .param("domain", domain.id())
                .param("about", about)
                .param("codes", kinds.stream().map(Kind::code).toArray(String[]::new))
                .param("severities", kinds.stream().map(Kind::severity).toArray(String[]::new))
                .param("numbers", kinds.stream().map(counted::get).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Kind(String code, String severity) {
        static Kind of(Finding finding) {
            return new Kind(finding.code().text(), finding.severity().name().toLowerCase(Locale.ROOT));
        }
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
