package mtasts.estate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the domains of a list. A page costs the same however many domains there are: the way through the whole list or a
 * stage is an index's own order, in which names are skipped without a look at their rows; of a search or filter that leaves
 * few, all are found by the filter's index and sorted; of one that leaves many, the next are met soon on the way.
 */
@Component
class DomainList {

    /** Beyond this many, a narrowed list is "more than" this. */
    static final int MOST_COUNTED = 1_000;

    private static final int NAMES_AT_ONCE = 5_000;

    private static final String ROWS = """
        with page as materialized (%1$s)
        select d.id, d.name, d.unicode_name, d.sample, d.takes_mail, d.provider, d.created_at, d.changed_at,
            d.current_version, d.mode, d.mode_since, d.due_at, d.latest_horizon,
            array(select t.tag from domain_tag t where t.domain_id = d.id order by t.tag) as tags,
            exists (select from mx_host h where h.domain_id = d.id) as has_hosts,
            found.invalid, found.danger, found.advice
        from page join domain d using (name)
        cross join lateral (
            select sum(f.number) filter (where f.severity = 'invalid') as invalid,
                sum(f.number) filter (where f.severity = 'danger') as danger,
                sum(f.number) filter (where f.severity = 'advice') as advice
            from policy_finding f where f.domain_id = d.id
                and f.about = case when d.current_version is null then 'draft' else 'current' end
        ) found
        order by %2$s\
        """;

    private static final String WALK =
            "select d.name from domain d where %1$s order by %2$s limit :size offset :offset";

    private static final String FEW = """
        with hit as materialized (select d.name, d.worst_severity, d.due_at, d.changed_at from domain d where %1$s)
        select d.name from hit d order by %2$s limit :size offset :offset\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DomainList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many there are of a narrowed list.
     *
     * @return at most {@link #MOST_COUNTED} and one
     */
    long count(ListRequest request) {
        var where = new Where(request);
        return request.impossible()
                ? 0
                : jdbc.sql("select count(*) from (select from domain d where %s limit %d) hit"
                                .formatted(where.text(), MOST_COUNTED + 1))
                        .params(where.parameters)
                        .query(Long.class)
                        .single();
    }

    /**
     * A domain of the whole list.
     *
     * @param leftOut whether it is made up and others are not: what is meant for all means the others
     */
    record Listed(String name, boolean leftOut) {}

    /** All of them by name, a few at a time. */
    Iterator<Listed> all(ListRequest request) {
        return new Iterator<>() {

            private Iterator<Listed> some = after("");
            private String last = "";

            @Override
            public boolean hasNext() {
                if (!some.hasNext() && !last.isEmpty()) {
                    some = after(last);
                    last = "";
                }
                return some.hasNext();
            }

            @Override
            public Listed next() {
                var next = some.next();
                last = next.name();
                return next;
            }

            private Iterator<Listed> after(String name) {
                return listed(request, name, true, NAMES_AT_ONCE).iterator();
            }
        };
    }

    /** How many there are, whatever narrows the list: for those who go through all pages. */
    long total(ListRequest request) {
        if (request.impossible()) {
            return 0;
        }
        var where = new Where(request);
        return jdbc.sql("select count(*) from domain d where " + where.text())
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /** How many made-up domains are left out of what is meant for all, because others are not. */
    long leftOut(ListRequest request) {
        if (request.impossible()) {
            return 0;
        }
        var where = new Where(request);
        return jdbc.sql("select count(*) from domain d where " + where.text() + " and " + where.leftOut())
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /**
     * The names of the whole list in their order, some at a time. Those of made-up domains are among them only where all of
     * the list are made up.
     *
     * @param name the last one given before, empty for the first
     * @param most how many
     */
    List<String> namesAfter(ListRequest request, String name, int most) {
        return listed(request, name, false, most).stream().map(Listed::name).toList();
    }

    private List<Listed> listed(ListRequest request, String name, boolean withLeftOut, int most) {
        if (request.impossible()) {
            return List.of();
        }
        var where = new Where(request);
        return jdbc.sql("""
            select d.name, %2$s as left_out from domain d where %1$s and d.name > :name and (:all or not (%2$s))
            order by d.name limit :most\
            """.formatted(where.text(), where.leftOut()))
                .params(where.parameters)
                .param("name", name)
                .param("all", withLeftOut)
                .param("most", most)
                .query((row, number) -> new Listed(row.getString("name"), row.getBoolean("left_out")))
                .list();
    }

    /** The rows of the page that is asked for, and the one after them if there is one. */
    List<DomainRow> rows(ListRequest request, long count) {
        if (count == 0) {
            return List.of();
        }
        var where = new Where(request);
        var names = (request.narrowed() && count <= MOST_COUNTED ? FEW : WALK)
                .formatted(where.text(), request.sort().order());
        var now = clock.instant();
        return jdbc.sql(ROWS.formatted(names, request.sort().order()))
                .params(where.parameters)
                .param("size", request.page().size() + 1)
                .param("offset", request.page().offset())
                .query((row, number) -> DomainRow.of(row, now))
                .list();
    }

    /** The first tags in use, at most this many. */
    List<String> tags(int most) {
        return distinct("domain_tag", "tag", most);
    }

    /** The codes of findings that some domain has. */
    List<String> codes() {
        return distinct("policy_finding", "code", 100);
    }

    /** Jumps from one value to the next in an index, instead of reading every row. */
    private List<String> distinct(String table, String column, int most) {
        return jdbc.sql("""
            with recursive jump as (
                (select %2$s as value from %1$s order by %2$s limit 1)
                union all
                select (select t.%2$s from %1$s t where t.%2$s > jump.value order by t.%2$s limit 1)
                from jump where jump.value is not null
            )
            select value from jump where value is not null limit :most\
            """.formatted(table, column))
                .param("most", most)
                .query((row, number) -> row.getString("value"))
                .list();
    }

    /** The conditions of a list, and what goes into them. */
    private final class Where {

        private final List<String> conditions = new ArrayList<>(List.of("d.removed_at is null"));
        private final Map<String, Object> parameters = new HashMap<>();

        Where(ListRequest request) {
            request.stage().ifPresent(stage -> {
                add(stage.condition());
                parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
            });
            if (!request.q().isEmpty()) {
                add("d.search like :sought");
                parameters.put("sought", "%" + request.sought().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
            if (!request.tag().isEmpty()) {
                add("exists (select from domain_tag t where t.domain_id = d.id and t.tag = :tag)");
                parameters.put("tag", request.tag());
            }
            finding(request.finding());
        }

        private void finding(String finding) {
            switch (finding) {
                case "" -> {}
                case "danger" -> add("d.worst_severity in (2, 3, 5)");
                case "advice" ->
                    add("exists (select from policy_finding f where f.domain_id = d.id and f.severity = 'advice')");
                default -> {
                    add("exists (select from policy_finding f where f.domain_id = d.id and f.code = :finding)");
                    parameters.put("finding", finding);
                }
            }
        }

        private void add(String condition) {
            conditions.add(condition);
        }

        /** Whether a domain is made up while another one that fulfils them is not. */
        String leftOut() {
            return "d.sample and exists (select from domain d where " + text() + " and not d.sample)";
        }

        String text() {
            return conditions.stream().collect(Collectors.joining(" and "));
        }
    }
}
