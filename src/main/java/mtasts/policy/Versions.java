package mtasts.policy;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return !usedIds(List.of(domain.id()), List.of(id)).isEmpty();
    }

    /** Those of these ids that these domains have used, each after its domain's key and a space. */
    Set<String> usedIds(Collection<Long> domainIds, Collection<PolicyId> ids) {
        return Set.copyOf(jdbc.sql("""
            select domain_id || ' ' || policy_id as used from policy_version
            where domain_id = any(:domains) and policy_id = any(:ids)\
            """)
                .param("domains", domainIds.toArray(Long[]::new))
                .param("ids", ids.stream().map(PolicyId::text).toArray(String[]::new))
                .query((row, number) -> row.getString("used"))
                .list());
    }

    /** Appends versions of domains that are each another; what is confirmed of them is not stored with them. */
    void append(List<PolicyVersion> fresh, Author author) {
        jdbc.sql("""
            insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed,
                author_id, author, note, reason, word, adopted_since, earlier_max_age)
            select domain_id, number, policy_id, text, mode, string_to_array(mx, ' '), max_age, place, published_at, deed,
                :authorId, :author, note, reason, word::jsonb, adopted_since, earlier_max_age
            from unnest(:domains::bigint[], :numbers::int[], :ids::text[], :texts::text[], :modes::text[], :mx::text[],
                    :maxAges::bigint[], :places::text[], :at::timestamptz[], :deeds::text[], :notes::text[],
                    :reasons::text[], :words::text[], :since::timestamptz[], :earlier::bigint[])
                as fresh (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, note, reason,
                    word, adopted_since, earlier_max_age)\
            """)
                .param("domains", fresh.stream().map(PolicyVersion::domainId).toArray(Long[]::new))
                .param("numbers", fresh.stream().map(PolicyVersion::number).toArray(Integer[]::new))
                .param("ids", texts(fresh, version -> version.id().text()))
                .param("texts", texts(fresh, PolicyVersion::text))
                .param("modes", texts(fresh, version -> version.mode().text()))
                .param("mx", texts(fresh, Versions::patterns))
                .param(
                        "maxAges",
                        fresh.stream()
                                .map(version -> version.maxAge().seconds())
                                .toArray(Long[]::new))
                .param("places", texts(fresh, version -> version.place().text()))
                .param("at", texts(fresh, version -> version.publishedAt().toString()))
                .param("deeds", texts(fresh, version -> version.deed().text()))
                .param("authorId", author.id(), Types.BIGINT)
                .param("author", author.name())
                .param("notes", texts(fresh, PolicyVersion::note))
                .param("reasons", texts(fresh, PolicyVersion::reason))
                .param("words", texts(fresh, version -> rows.json(version.word())))
                .param("since", texts(fresh, Versions::adoptedSince))
                .param("earlier", texts(fresh, Versions::earlierMaxAge))
                .update();
    }

    private static String patterns(PolicyVersion version) {
        return version.mx().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static @Nullable String adoptedSince(PolicyVersion version) {
        var adopted = version.adopted();
        var since = adopted == null ? null : adopted.since();
        return since == null ? null : since.toString();
    }

    private static @Nullable String earlierMaxAge(PolicyVersion version) {
        var adopted = version.adopted();
        var earlier = adopted == null ? null : adopted.earlier();
        return earlier == null ? null : Long.toString(earlier.seconds());
    }

    private interface Text {
        @Nullable
        String of(PolicyVersion version);
    }

    private static @Nullable String[] texts(List<PolicyVersion> versions, Text text) {
        @Nullable String[] texts = new String[versions.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text.of(versions.get(i));
        }
        return texts;
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

    /** The same before the next version of many domains: the keys of those for which it is so. */
    Set<Long> mayBeUpElsewhere(Collection<Long> domainIds) {
        return Set.copyOf(jdbc.sql("""
            select distinct e.domain_id from policy_confirmation e
            where e.domain_id = any(:domains) and e.what = 'file' and e.place = 'elsewhere'
              and not exists (select from policy_confirmation r
                  where r.domain_id = e.domain_id and r.what = 'records' and r.place = 'here' and r.id > e.id)\
            """)
                .param("domains", domainIds.toArray(Long[]::new))
                .query((row, number) -> row.getLong("domain_id"))
                .list());
    }

    /** Stores what is known of the files of versions that were just appended. */
    void confirm(List<PolicyVersion> fresh) {
        var said = new ArrayList<Said>();
        for (var version : fresh) {
            if (version.served() != null) {
                said.add(new Said(version, "served", version.served()));
            }
            if (version.file() != null) {
                said.add(new Said(version, "file", version.file()));
            }
        }
        if (!said.isEmpty()) {
            jdbc.sql("""
                insert into policy_confirmation (domain_id, number, what, place, confirmed_at, confirmed_by)
                select * from unnest(:domains::bigint[], :numbers::int[], :what::text[], :places::text[],
                    :at::timestamptz[], :by::text[])\
                """)
                    .param(
                            "domains",
                            said.stream().map(each -> each.version().domainId()).toArray(Long[]::new))
                    .param(
                            "numbers",
                            said.stream().map(each -> each.version().number()).toArray(Integer[]::new))
                    .param("what", said.stream().map(Said::what).toArray(String[]::new))
                    .param(
                            "places",
                            said.stream()
                                    .map(each -> each.confirmation().place().text())
                                    .toArray(String[]::new))
                    .param(
                            "at",
                            said.stream()
                                    .map(each -> each.confirmation().at().toString())
                                    .toArray(String[]::new))
                    .param(
                            "by",
                            said.stream().map(each -> each.confirmation().by()).toArray(String[]::new))
                    .update();
            said.forEach(
                    each -> events.publishEvent(new FileConfirmed(each.version().domainId())));
        }
    }

    private record Said(PolicyVersion version, String what, Confirmation confirmation) {}

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
