package mtasts.estate;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the list with all that the API tells of a domain. */
@Component
class DomainItems {

    private final DomainList list;
    private final JdbcClient jdbc;
    private final Clock clock;

    DomainItems(DomainList list, JdbcClient jdbc, Clock clock) {
        this.list = list;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The page that is asked for, as the API tells it. */
    List<DomainJson> of(ListRequest request) {
        var rows = list.rows(request).stream().limit(request.page().size()).toList();
        var details = details(rows.stream().map(DomainRow::id).toList());
        var now = clock.instant();
        return rows.stream()
                .map(row -> Objects.requireNonNull(details.get(row.id())).of(row, now))
                .toList();
    }

    private Map<Long, Details> details(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                            select d.id, d.note, d.place, d.policy_host_target, d.report_address, array(
                                select concat_ws(' ', h.preference, h.host) from mx_host h where h.domain_id = d.id order by h.position
                            ) as hosts
                            from domain d where d.id in (:ids)\
                            """)
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(
                                row.getLong("id"),
                                new Details(
                                        row.getString("note"),
                                        row.getString("place"),
                                        row.getString("policy_host_target"),
                                        row.getString("report_address"),
                                        Arrays.asList(
                                                (String[]) row.getArray("hosts").getArray()))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a row of the list does not show. */
    private record Details(
            String note,
            String place,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            List<String> hosts) {

        DomainJson of(DomainRow row, Instant now) {
            return new DomainJson(
                    row.name(),
                    row.unicode(),
                    row.takesMail() ? hosts : List.of("."),
                    row.tags(),
                    note,
                    place,
                    row.provider(),
                    policyHostTarget,
                    reportAddress,
                    row.standing(),
                    now,
                    row.sample());
        }
    }
}
