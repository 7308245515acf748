package mtasts.policy;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.domain.Domain;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions ever published. They are appended and confirmed, and nothing else. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final VersionRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Versions(JdbcClient jdbc, VersionRows rows, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** All of a domain, newest first. */
    public List<PolicyVersion> of(Domain domain) {
        return jdbc.sql(VersionRows.SELECT + " order by v.number desc")
                .param("domain", domain.id())
                .query(rows)
                .list();
    }

    /** All of many domains, by their keys, each newest first. */
    public Map<Long, List<PolicyVersion>> of(List<Domain> domains) {
        return jdbc
                .sql(VersionRows.SELECT_MANY + " order by v.domain_id, v.number desc")
                .param("domains", domains.stream().map(Domain::id).toArray(Long[]::new))
                .query(rows)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PolicyVersion::domainId));
    }

    /** The one published last of each of many domains, by their keys. */
    public Map<Long, PolicyVersion> current(List<Domain> domains) {
        return jdbc
                .sql(VersionRows.SELECT_MANY + """
                     and v.number = (select max(number) from policy_version latest where latest.domain_id = v.domain_id)\
                    """)
                .param("domains", domains.stream().map(Domain::id).toArray(Long[]::new))
                .query(rows)
                .list()
                .stream()
                .collect(Collectors.toMap(PolicyVersion::domainId, Function.identity()));
    }

    /** The one that senders get of each of many domains, by their keys. */
    public Map<Long, PolicyVersion> live(List<Domain> domains) {
        var now = clock.instant();
        return of(domains).entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(version -> version.live(now))
                        .limit(1))
                .collect(Collectors.toMap(PolicyVersion::domainId, Function.identity()));
    }

    /** The one published last. */
    public Optional<PolicyVersion> current(Domain domain) {
        return jdbc.sql(VersionRows.SELECT + " order by v.number desc limit 1")
                .param("domain", domain.id())
                .query(rows)
                .optional();
    }

    /** The one that senders get: the latest that is live. */
    public Optional<PolicyVersion> live(Domain domain) {
        var now = clock.instant();
        return of(domain).stream().filter(version -> version.live(now)).findFirst();
    }

    public Optional<PolicyVersion> find(Domain domain, int number) {
        return jdbc.sql(VersionRows.SELECT + " and v.number = :number")
                .param("domain", domain.id())
                .param("number", number)
                .query(rows)
                .optional();
    }

    /** Whether senders could ever get any: it was served here, or somebody said that its file is up. */
    public boolean everUp(Domain domain) {
        return confirmed(domain, "what <> 'records'");
    }

    /** Whether somebody ever said that the DNS records were created. */
    boolean everInDns(Domain domain) {
        return confirmed(domain, "what = 'records'");
    }

    private boolean confirmed(Domain domain, String which) {
        return jdbc.sql("select exists (select from policy_confirmation where domain_id = :domain and " + which + ")")
                .param("domain", domain.id())
                .query(Boolean.class)
                .single();
    }

    boolean idIsUsed(Domain domain, PolicyId id) {
        return jdbc.sql("select exists (select from policy_version where domain_id = :domain and policy_id = :id)")
                .param("domain", domain.id())
                .param("id", id.text())
                .query(Boolean.class)
                .single();
    }

    /** Appends a version; what is confirmed of it is not stored with it. */
    void append(PolicyVersion version, Author author) {
        var adopted = version.adopted();
        var since = adopted == null ? null : adopted.since();
        var earlier = adopted == null ? null : adopted.earlier();
        jdbc.sql("""
            insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed,
                author_id, author, note, reason, word, adopted_since, earlier_max_age)
            values (:domain, :number, :id, :text, :mode, :mx, :maxAge, :place, :at, :deed,
                :authorId, :author, :note, :reason, :word::jsonb, :since, :earlier)\
            """)
                .param("domain", version.domainId())
                .param("number", version.number())
                .param("id", version.id().text())
                .param("text", version.text())
                .param("mode", version.mode().text())
                .param("mx", version.mx().stream().map(Object::toString).toArray(String[]::new))
                .param("maxAge", version.maxAge().seconds())
                .param("place", version.place().text())
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .param("deed", version.deed().text())
                .param("authorId", author.id())
                .param("author", author.name())
                .param("note", version.note())
                .param("reason", version.reason())
                .param("word", rows.json(version.word()))
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("earlier", earlier == null ? null : earlier.seconds(), Types.BIGINT)
                .update();
    }

    /**
     * Whether a server elsewhere may still hand out a version before that number: one was up there, and nobody has said
     * since then that the policy host leads here.
     */
    boolean mayBeUpElsewhere(long domainId, int before) {
        return jdbc.sql("""
            select exists (
                select from policy_confirmation e
                where e.domain_id = :domain and e.number < :before and e.what = 'file' and e.place = 'elsewhere'
                  and not exists (select from policy_confirmation r
                      where r.domain_id = :domain and r.what = 'records' and r.place = 'here' and r.id > e.id))\
            """)
                .param("domain", domainId)
                .param("before", before)
                .query(Boolean.class)
                .single();
    }

    /** Senders get the version from the place that the confirmation names. */
    void confirmFile(PolicyVersion version, Confirmation confirmation) {
        confirm(version, "file", confirmation, null);
        events.publishEvent(new FileConfirmed(version.domainId()));
    }

    /** The version is handed out here, and senders get it as soon as they are led here. */
    void confirmServed(PolicyVersion version, Confirmation confirmation) {
        confirm(version, "served", confirmation, null);
        events.publishEvent(new FileConfirmed(version.domainId()));
    }

    void confirmRecords(PolicyVersion version, Reach.Records records, Instant at, String by) {
        confirm(version, "records", new Confirmation(at, by, records.place()), records);
    }

    private void confirm(
            PolicyVersion version, String what, Confirmation confirmation, Reach.@Nullable Records records) {
        jdbc.sql("""
            insert into policy_confirmation
                (domain_id, number, what, place, confirmed_at, confirmed_by, policy_host, report_address)
            values (:domain, :number, :what, :place, :at, :by, :policyHost, :reportAddress)\
            """)
                .param("domain", version.domainId())
                .param("number", version.number())
                .param("what", what)
                .param("place", confirmation.place().text())
                .param("at", confirmation.at().atOffset(ZoneOffset.UTC))
                .param("by", confirmation.by())
                .param("policyHost", records == null ? null : records.policyHost())
                .param("reportAddress", records == null ? null : records.reportAddress())
                .update();
    }
}
