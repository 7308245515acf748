package mtasts.estate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mtasts.domain.Place;
import mtasts.policy.Reaches;
import mtasts.policy.Stage;
import mtasts.policy.Standing;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts that next steps follow from, of any number of domains in one query. */
@Component
class Steps {

    /** The keys are named for both: of one alone, the planner goes through the whole view. */
    private static final String FACTS = """
        select d.id, d.name, d.takes_mail, d.current_version, d.mode, d.mode_since, d.due_at, d.latest_horizon,
            array(select h.host from mx_host h where h.domain_id = d.id order by h.position) as hosts,
            v.mx as current_mx, r.mx as draft_mx, r.domain_id is not null as drafted,
            reach.*,
            exists (select from policy_confirmation c
                where c.domain_id = d.id and c.what <> 'records') as file_ever,
            exists (select from policy_finding f where f.domain_id = d.id
                and case when d.current_version is null then f.about = 'draft' and f.severity = 'invalid'
                    else f.about = 'current' and f.severity in ('danger', 'invalid') end) as flawed
        from domain d
        join policy_reach reach on reach.domain_id = d.id
        left join policy_version v on v.domain_id = d.id and v.number = d.current_version
        left join draft r on r.domain_id = d.id
        where d.id = any(:ids) and reach.domain_id = any(:ids)\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Steps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The facts by the domains' keys; keys that are unknown are left out. */
    Map<Long, StepFacts> facts(Collection<Long> ids) {
        var now = clock.instant();
        var found = new LinkedHashMap<Long, StepFacts>();
        jdbc.sql(FACTS).param("ids", ids.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("id"), facts(row, now));
        });
        return found;
    }

    private static StepFacts facts(ResultSet row, Instant now) throws SQLException {
        var mode = row.getString("mode");
        var standing = new Standing(
                row.getObject("current_version", Integer.class),
                mode == null ? null : Mode.of(mode).orElseThrow(),
                instant(row, "mode_since"),
                instant(row, "due_at"),
                instant(row, "latest_horizon"));
        var stage = standing.stage(now);
        var hosts = strings(row, "hosts");
        var drafted = row.getBoolean("drafted");
        return new StepFacts(
                row.getString("name"),
                Place.of(row.getString("place")),
                stage,
                row.getBoolean("takes_mail"),
                !hosts.isEmpty(),
                uncovered(hosts, strings(row, stage == Stage.UNPUBLISHED ? "draft_mx" : "current_mx")),
                drafted,
                drafted && uncovered(hosts, strings(row, "draft_mx")).isEmpty(),
                row.getBoolean("flawed"),
                row.getBoolean("file_ever"),
                Reaches.read(row),
                standing.currentVersion() == null ? 0 : standing.currentVersion(),
                standing.modeSince(),
                until(stage, standing),
                now);
    }

    private static @Nullable Instant until(Stage stage, Standing standing) {
        return switch (stage) {
            case UNPUBLISHED, ENFORCE -> null;
            case TESTING -> standing.dueAt();
            case RETIRING, RETIRED -> standing.horizonUnknown() ? null : standing.latestHorizon();
        };
    }

    private static List<String> uncovered(List<String> hosts, List<String> mx) {
        var patterns = mx.stream()
                .flatMap(typed -> MxPattern.read(typed).value().stream())
                .toList();
        return hosts.stream()
                .filter(host -> patterns.stream().noneMatch(pattern -> pattern.matches(new DomainName(host))))
                .toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        return at.equals(OffsetDateTime.MAX) ? Instant.MAX : at.toInstant();
    }
}
