package mtasts.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import mtasts.domain.Domain;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the domains stand. Kept in columns of the domain, so that lists need not look at versions. */
@Component
public class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of the domain. */
    public Standing of(Domain domain) {
        return jdbc.sql("select current_version, mode, mode_since, due_at, latest_horizon from domain where id = :id")
                .param("id", domain.id())
                .query((row, number) -> read(row))
                .single();
    }

    /**
     * Reads the five kept columns of a row by their names, for the lists of other modules.
     *
     * @throws SQLException when one is missing
     */
    public static Standing read(ResultSet row) throws SQLException {
        var mode = row.getString("mode");
        return new Standing(
                row.getObject("current_version", Integer.class),
                mode == null ? null : Mode.of(mode).orElseThrow(),
                instant(row, "mode_since"),
                instant(row, "due_at"),
                instant(row, "latest_horizon"));
    }

    /** Brings the kept columns of a row of {@code domain d} up to its versions, in an update. */
    static final String KEPT = """
        (current_version, mode, mode_since, due_at, latest_horizon) =
            (select current_version, mode, mode_since, due_at, latest_horizon
             from policy_standing where domain_id = d.id)\
        """;

    /** Brings what is kept of one domain up to its versions. */
    void keep(long domainId) {
        jdbc.sql("update domain d set " + KEPT + " where d.id = :id")
                .param("id", domainId)
                .update();
    }

    /**
     * Brings what is kept of all domains up to their versions, in one statement.
     *
     * @return of how many domains it was wrong
     */
    @Transactional
    public int rebuild() {
        return jdbc.sql("""
            update domain d
            set current_version = s.current_version, mode = s.mode, mode_since = s.mode_since, due_at = s.due_at,
                latest_horizon = s.latest_horizon
            from domain o left join policy_standing s on s.domain_id = o.id
            where o.id = d.id
              and (d.current_version, d.mode, d.mode_since, d.due_at, d.latest_horizon)
                  is distinct from (s.current_version, s.mode, s.mode_since, s.due_at, s.latest_horizon)\
            """).update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        return at.equals(OffsetDateTime.MAX) ? Instant.MAX : at.toInstant();
    }
}
