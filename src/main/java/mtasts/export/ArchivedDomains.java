package mtasts.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import mtasts.domain.Place;
import mtasts.export.DnsRecords.Subject;
import mtasts.export.DnsRecords.Version;
import mtasts.policy.Reaches;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of domains goes into an archive, of many in one statement. */
@Component
class ArchivedDomains {

    /** The keys are named for both: of one alone, the planner goes through the whole view for each thousand names. */
    private static final String DOMAINS = """
        select d.name, d.created_at, reach.*, v.number, v.policy_id, v.text, v.published_at,
            other.number as other_number, other.policy_id as other_id, other.live_at as other_live_at
        from domain d
        join policy_reach reach on reach.domain_id = d.id
        left join policy_version v on v.domain_id = d.id and v.number = d.current_version
        left join lateral (
            select o.number, o.policy_id, l.live_at from policy_version o
            join policy_live l on l.domain_id = o.domain_id and l.number = o.number
            where o.domain_id = d.id and o.number < d.current_version
              and l.live_at is not null and not (l.waits and l.live_at > :now)
            order by o.number desc limit 1
        ) other on reach.live_at is null or (reach.waits and reach.live_at > :now)
        where d.id = any(:ids) and reach.domain_id = any(:ids) order by d.name\
        """;

    private final JdbcClient jdbc;

    ArchivedDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A domain with its file and its records.
     *
     * @param text what was published last, {@code null} where nothing was
     * @param publishedAt when it was, else when the domain was registered
     */
    record Archived(String name, @Nullable String text, Instant publishedAt, List<DnsRecord> records) {}

    /** Those that are registered, by name. */
    List<Archived> of(List<String> names, Instant now) {
        var ids = jdbc.sql("select id from domain where name = any(:names) and removed_at is null")
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> row.getLong("id"))
                .list();
        return jdbc.sql(DOMAINS)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row, now))
                .list();
    }

    private static Archived read(ResultSet row, Instant now) throws SQLException {
        var reach = Reaches.read(row);
        var subject = new Subject(new DomainName(row.getString("name")), Place.of(row.getString("place")));
        var published = instant(row, "published_at");
        var current = published == null
                ? null
                : new Version(row.getInt("number"), new PolicyId(row.getString("policy_id")), reach.liveAt());
        var live = current != null && reach.live(now) ? current : other(row);
        return new Archived(
                subject.name().ascii(),
                row.getString("text"),
                published == null
                        ? row.getObject("created_at", OffsetDateTime.class).toInstant()
                        : published,
                DnsRecords.of(subject, current, live, reach));
    }

    private static @Nullable Version other(ResultSet row) throws SQLException {
        var id = row.getString("other_id");
        return id == null
                ? null
                : new Version(row.getInt("other_number"), new PolicyId(id), instant(row, "other_live_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
