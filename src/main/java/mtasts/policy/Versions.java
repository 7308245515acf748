package mtasts.policy;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.domain.Domain;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions ever published. They are appended, and what is confirmed of them is in {@link Confirmations}. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final VersionRows rows;
    private final Clock clock;

    Versions(JdbcClient jdbc, VersionRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** All of a domain, newest first. */
    public List<PolicyVersion> of(Domain domain) {
        return of(List.of(domain)).getOrDefault(domain.id(), List.of());
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
        return Optional.ofNullable(live(List.of(domain)).get(domain.id()));
    }

    public Optional<PolicyVersion> find(Domain domain, int number) {
        return jdbc.sql(VersionRows.SELECT + " and v.number = :number")
                .param("domain", domain.id())
                .param("number", number)
                .query(rows)
                .optional();
    }

    /** Which of these ids, each of the domain in the same place, that domain has used: their places. */
    Set<Integer> used(List<Long> domainIds, List<PolicyId> ids) {
        return Set.copyOf(jdbc.sql("""
            select (fresh.nth - 1)::int
            from unnest(:domains::bigint[], :ids::text[]) with ordinality as fresh (domain_id, policy_id, nth)
            join policy_version using (domain_id, policy_id)\
            """)
                .param("domains", domainIds.toArray(Long[]::new))
                .param("ids", ids.stream().map(PolicyId::text).toArray(String[]::new))
                .query(Integer.class)
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

    private static @Nullable String[] texts(
            List<PolicyVersion> versions, Function<PolicyVersion, @Nullable String> text) {
        return versions.stream().map(text).toArray(String[]::new);
    }
}
