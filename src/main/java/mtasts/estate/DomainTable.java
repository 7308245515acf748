package mtasts.estate;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mtasts.policy.Standings;
import mtasts.web.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of domains as a table. Its first three columns are those of an import, so that it can be imported again. */
@Component
class DomainTable {

    static final String NAME = "domains.csv";

    private static final int AT_ONCE = 1_000;

    private static final String ROWS = """
        select d.*, v.policy_id,
            (select string_agg(concat_ws(' ', h.preference, h.host), ' ' order by h.position) from mx_host h
                where h.domain_id = d.id) as hosts,
            (select string_agg(t.tag, ' ' order by t.tag) from domain_tag t where t.domain_id = d.id) as tags
        from domain d left join policy_version v on v.domain_id = d.id and v.number = d.current_version
        where d.name = any(:names) order by d.name\
        """;

    private final DomainList list;
    private final JdbcClient jdbc;
    private final Clock clock;

    DomainTable(DomainList list, JdbcClient jdbc, Clock clock) {
        this.list = list;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes all domains of the list by name, however many they are. */
    void write(ListRequest request, Writer into) throws IOException {
        into.write(Csv.BOM);
        into.write(Csv.line(
                "domain",
                "mx",
                "tags",
                "unicode_name",
                "place",
                "stage",
                "testing_since",
                "due",
                "version",
                "policy_id",
                "note"));
        var now = clock.instant();
        List<String> names = list.namesAfter(request, "", AT_ONCE);
        while (!names.isEmpty()) {
            for (var line : lines(names, now)) {
                into.write(line);
            }
            names = names.size() < AT_ONCE ? List.of() : list.namesAfter(request, names.getLast(), AT_ONCE);
        }
        into.flush();
    }

    private List<String> lines(List<String> names, Instant now) {
        return jdbc.sql(ROWS)
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> line(row, now))
                .list();
    }

    private static String line(ResultSet row, Instant now) throws SQLException {
        var standing = Standings.read(row);
        return Csv.line(
                row.getString("name"),
                row.getBoolean("takes_mail") ? row.getString("hosts") : ".",
                row.getString("tags"),
                row.getString("unicode_name"),
                row.getString("place"),
                standing.stage(now).name().toLowerCase(Locale.ROOT),
                standing.dueAt() == null ? null : text(standing.modeSince()),
                text(standing.dueAt()),
                text(standing.currentVersion()),
                row.getString("policy_id"),
                row.getString("note"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
