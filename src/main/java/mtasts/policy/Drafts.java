package mtasts.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.domain.Domain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drafts, at most one a domain. */
@Component
public class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open draft of a domain. */
    public Optional<Draft> of(Domain domain) {
        return Optional.ofNullable(of(List.of(domain)).get(domain.id()));
    }

    /** The open drafts of many domains, by their keys. */
    public Map<Long, Draft> of(List<Domain> domains) {
        return jdbc
                .sql("select * from draft where domain_id = any(:domains)")
                .param("domains", domains.stream().map(Domain::id).toArray(Long[]::new))
                .query(Drafts::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Draft::domainId, Function.identity()));
    }

    /** Puts these in the place of what the draft said, or opens one. */
    Draft put(Domain domain, Typed typed, String by, Instant now) {
        return jdbc.sql("""
            insert into draft (domain_id, mx, max_age, note, saved_at, saved_by)
            values (:domain, :mx, :maxAge, :note, :at, :by)
            on conflict (domain_id) do update set mx = excluded.mx, max_age = excluded.max_age, note = excluded.note,
                saved_at = excluded.saved_at, saved_by = excluded.saved_by, lock = excluded.lock
            returning *\
            """)
                .param("domain", domain.id())
                .param("mx", typed.mx().toArray(String[]::new))
                .param("maxAge", typed.maxAge())
                .param("note", typed.note())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Drafts::read)
                .single();
    }

    /** Opens one for each of many domains that have none. */
    void putNew(List<Domain> domains, List<Typed> typed, String by, Instant now) {
        jdbc.sql("""
            insert into draft (domain_id, mx, max_age, saved_at, saved_by)
            select domain_id, string_to_array(mx, ' '), max_age, :at, :by
            from unnest(:domains::bigint[], :mx::text[], :maxAges::text[]) as draft (domain_id, mx, max_age)\
            """)
                .param("domains", domains.stream().map(Domain::id).toArray(Long[]::new))
                .param(
                        "mx",
                        typed.stream().map(each -> String.join(" ", each.mx())).toArray(String[]::new))
                .param("maxAges", typed.stream().map(Typed::maxAge).toArray(String[]::new))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void delete(Domain domain) {
        delete(List.of(domain));
    }

    void delete(List<Domain> domains) {
        if (!domains.isEmpty()) {
            jdbc.sql("delete from draft where domain_id = any(:domains)")
                    .param("domains", domains.stream().map(Domain::id).toArray(Long[]::new))
                    .update();
        }
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("domain_id"),
                new Typed(VersionRows.strings(row, "mx"), row.getString("max_age"), row.getString("note")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"),
                row.getInt("lock"));
    }
}
