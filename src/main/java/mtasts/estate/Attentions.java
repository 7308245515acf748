package mtasts.estate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mtasts.policy.Standing;
import mtasts.rfc8461.PolicyCode;
import mtasts.web.Address;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What needs attention, worst for mail first: the kept findings by their codes, and days that went by. */
@Component
class Attentions {

    private static final String FINDINGS = """
        select f.code, f.severity, min(f.since) as since, count(*) as domains,
            count(*) filter (where d.mode = 'enforce') as enforced
        from policy_finding f join domain d on d.id = f.domain_id and d.removed_at is null and d.worst_severity > 0
        where f.about = 'current' or d.current_version is null
        group by f.code, f.severity
        order by case f.severity when 'invalid' then 0 when 'danger' then 0 else 1 end, enforced desc, domains desc, f.code\
        """;

    /** By these, mail for an MX host is held back in enforce. */
    private static final Set<String> MISSING_HOST = Set.of(PolicyCode.MX_UNCOVERED.text(), PolicyCode.MX_DEPTH.text());

    private final JdbcClient jdbc;
    private final Clock clock;

    Attentions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Attention> all() {
        var found =
                new ArrayList<>(jdbc.sql(FINDINGS).query(Attentions::finding).list());
        overdue().ifPresent(attention -> found.add(firstAdvice(found), attention));
        return found;
    }

    private static Attention finding(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        var mark = Mark.valueOf(row.getString("severity").toUpperCase(Locale.ROOT));
        long enforced = row.getLong("enforced");
        return new Attention(
                mark,
                Words.of("estate.overview.finding." + code + ".what"),
                mark == Mark.DANGER && enforced > 0 && MISSING_HOST.contains(code)
                        ? Words.of("estate.overview.held-back", enforced)
                        : Words.of("estate.overview.finding." + code + ".means"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getLong("domains"),
                Address.of("/domains").with("finding", code).href());
    }

    private Optional<Attention> overdue() {
        Instant now = clock.instant();
        return jdbc.sql("select min(due_at) as first, count(*) as domains from domain where removed_at is null and"
                        + " mode = 'testing' and takes_mail and due_at <= :overdue having count(*) > 0")
                .param("overdue", now.minus(Standing.WEEK_OF_GRACE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Attention(
                        Mark.ADVICE,
                        Words.of("estate.overview.overdue.what"),
                        Words.of("estate.overview.overdue.means"),
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getLong("domains"),
                        "/domains?stage=due"))
                .optional();
    }

    private static int firstAdvice(List<Attention> found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).mark() == Mark.ADVICE) {
                return i;
            }
        }
        return found.size();
    }
}
