package mtasts.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the domains has come outside: the view {@code policy_reach}. */
@Component
public class Reaches {

    private final JdbcClient jdbc;

    Reaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is now. */
    public Reach of(Domain domain) {
        return Objects.requireNonNull(of(List.of(domain)).get(domain.id()));
    }

    /** The same of many domains, by their keys. */
    public Map<Long, Reach> of(List<Domain> domains) {
        var reaches = new HashMap<Long, Reach>();
        jdbc.sql("select * from policy_reach where domain_id = any(:ids)")
                .param("ids", domains.stream().map(Domain::id).toArray(Long[]::new))
                .query(row -> {
                    reaches.put(row.getLong("domain_id"), read(row));
                });
        return reaches;
    }

    /**
     * Reads a row that has the columns of {@code policy_reach}, for the lists of other modules.
     *
     * @throws SQLException when one is missing
     */
    public static Reach read(ResultSet row) throws SQLException {
        boolean here = Place.of(row.getString("place")) == Place.HERE;
        long wasHere = row.getLong("here_id");
        long wasThere = row.getLong("there_id");
        var said = said(row);
        long saidAt = row.getLong("said_id");
        boolean ledHere = said != null && said.records().place() == Place.HERE;
        return new Reach(
                row.getBoolean("file_up"),
                !here && wasHere > wasThere,
                !here && wasHere > 0 && (ledHere || saidAt < wasHere),
                here && wasThere > 0 && (!ledHere || saidAt < wasThere),
                instant(row, "placed_at"),
                instant(row, "live_at"),
                row.getBoolean("waits"),
                records(row, ""),
                instant(row, "policy_host_at"),
                instant(row, "report_address_at"),
                said);
    }

    private static Reach.@Nullable Said said(ResultSet row) throws SQLException {
        var at = instant(row, "said_at");
        return at == null
                ? null
                : new Reach.Said(row.getInt("said_number"), records(row, "said_"), at, row.getString("said_by"));
    }

    private static Reach.Records records(ResultSet row, String prefix) throws SQLException {
        return new Reach.Records(
                Place.of(row.getString(prefix + "place")),
                row.getString(prefix + "policy_host"),
                row.getString(prefix + "report_address"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
