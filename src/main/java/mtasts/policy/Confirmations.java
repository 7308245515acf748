package mtasts.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mtasts.domain.Domain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that was ever said to have happened outside, for each version. It is added to, and nothing else. */
@Component
class Confirmations {

    private static final String RECORDS = "records";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Confirmations(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether senders could ever get any version: it was served here, or somebody said that its file is up. */
    boolean everUp(Domain domain) {
        return any(domain, "what <> 'records'");
    }

    /** Whether somebody ever said that the DNS records were created. */
    boolean everInDns(Domain domain) {
        return any(domain, "what = 'records'");
    }

    private boolean any(Domain domain, String which) {
        return jdbc.sql("select exists (select from policy_confirmation where domain_id = :domain and " + which + ")")
                .param("domain", domain.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Those of these domains, by their keys, for which a server elsewhere may still hand out a version: one was up there,
     * and nobody has said since then that the policy host leads here.
     */
    Set<Long> mayBeUpElsewhere(Collection<Long> domainIds) {
        return Set.copyOf(jdbc.sql("""
            select distinct e.domain_id from policy_confirmation e
            where e.domain_id = any(:domains) and e.what = 'file' and e.place = 'elsewhere'
              and not exists (select from policy_confirmation r
                  where r.domain_id = e.domain_id and r.what = 'records' and r.place = 'here' and r.id > e.id)\
            """)
                .param("domains", domainIds.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Stores what is known of the files of versions that were just appended. */
    void filesOf(List<PolicyVersion> fresh) {
        var said = new ArrayList<Said>();
        for (var version : fresh) {
            if (version.served() != null) {
                said.add(new Said(version, "served", version.served(), null));
            }
            if (version.file() != null) {
                said.add(new Said(version, "file", version.file(), null));
            }
        }
        store(said);
    }

    /** Senders get the version from the place that the confirmation names. */
    void file(PolicyVersion version, Confirmation confirmation) {
        store(List.of(new Said(version, "file", confirmation, null)));
    }

    /** The version is handed out here, and senders get it as soon as they are led here. */
    void served(PolicyVersion version, Confirmation confirmation) {
        store(List.of(new Said(version, "served", confirmation, null)));
    }

    /** The DNS records say this, with the id of the version. */
    void records(PolicyVersion version, Reach.Records records, Instant at, String by) {
        store(List.of(new Said(version, RECORDS, new Confirmation(at, by, records.place()), records)));
    }

    private record Said(
            PolicyVersion version, String what, Confirmation confirmation, Reach.@Nullable Records records) {

        long domainId() {
            return version.domainId();
        }
    }

    private void store(List<Said> said) {
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into policy_confirmation
                (domain_id, number, what, place, confirmed_at, confirmed_by, policy_host, report_address)
            select * from unnest(:domains::bigint[], :numbers::int[], :what::text[], :places::text[], :at::timestamptz[],
                :by::text[], :policyHosts::text[], :reportAddresses::text[])\
            """)
                .param("domains", said.stream().map(Said::domainId).toArray(Long[]::new))
                .param(
                        "numbers",
                        said.stream().map(each -> each.version().number()).toArray(Integer[]::new))
                .param("what", texts(said, Said::what))
                .param("places", texts(said, each -> each.confirmation().place().text()))
                .param("at", texts(said, each -> each.confirmation().at().toString()))
                .param("by", texts(said, each -> each.confirmation().by()))
                .param(
                        "policyHosts",
                        texts(
                                said,
                                each -> each.records() == null
                                        ? null
                                        : each.records().policyHost()))
                .param(
                        "reportAddresses",
                        texts(
                                said,
                                each -> each.records() == null
                                        ? null
                                        : each.records().reportAddress()))
                .update();
        said.stream()
                .filter(each -> !each.what().equals(RECORDS))
                .forEach(each -> events.publishEvent(new FileConfirmed(each.domainId())));
    }

    private static @Nullable String[] texts(List<Said> said, Function<Said, @Nullable String> text) {
        return said.stream().map(text).toArray(String[]::new);
    }
}
