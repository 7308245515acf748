package mtasts.estate;

import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
        select d.id, d.name, d.unicode_name, d.sample, d.takes_mail, d.provider, d.created_at, d.changed_at,
            d.current_version, d.mode, d.mode_since, d.due_at, d.latest_horizon,
            array(select t.tag from domain_tag t where t.domain_id = d.id order by t.tag) as tags,
            exists (select from mx_host h where h.domain_id = d.id) as has_hosts,
            found.invalid, found.danger, found.advice
        from domain d
        cross join lateral (
            select sum(f.number) filter (where f.severity = 'invalid') as invalid,
                sum(f.number) filter (where f.severity = 'danger') as danger,
                sum(f.number) filter (where f.severity = 'advice') as advice
            from policy_finding f where f.domain_id = d.id
                and f.about = case when d.current_version is null then 'draft' else 'current' end
        ) found
        where d.name = any(:names) order by %s\
        """;

    private static final String WALK =
            "select d.name from domain d where %1$s order by %2$s limit :size offset :offset";

    /** All are found once, counted and sorted, as long as they are few. */
    private static final String FEW = """
        with hit as materialized (select %1$s from domain d where %2$s limit %4$d)
        select count(*) as number, array(select d.name from hit d order by %3$s limit :size offset :offset) as names
        from hit\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DomainList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One page of the list.
     *
     * @param request what was asked for, at a page that there is
     * @param total how many there are of the whole list; of a narrowed one at most {@link #MOST_COUNTED} and one
     * @param rows of the page, and the one after them if there is one
     */
    record Found(ListRequest request, long total, List<DomainRow> rows) {}

    /** The page that is asked for; the last one where there are not so many. */
    Found find(ListRequest asked, StageCounts counts) {
        if (!asked.narrowed()) {
            long total = counts.of(asked.stage());
            var request = asked.at(asked.page().within(total));
            return new Found(request, total, total == 0 ? List.of() : rows(request, walk(request)));
        }
        var few = few(asked);
        if (few.number() > MOST_COUNTED) {
            return new Found(asked, few.number(), rows(asked, walk(asked)));
        }
        var request = asked.at(asked.page().within(few.number()));
        return new Found(
                request,
                few.number(),
                rows(request, request.equals(asked) ? few.names() : few(request).names()));
    }

    /** The rows of the page that is asked for, and the one after them if there is one. */
    List<DomainRow> rows(ListRequest request) {
        var few = request.narrowed() ? few(request) : null;
        return rows(request, few == null || few.number() > MOST_COUNTED ? walk(request) : few.names());
    }

    /** The names of one page, and of how many: at most {@link #MOST_COUNTED} and one. */
    private record Few(long number, List<String> names) {}

    private Few few(ListRequest request) {
        if (request.impossible()) {
            return new Few(0, List.of());
        }
        var where = new Conditions(request, clock.instant());
        return jdbc.sql(FEW.formatted(
                        request.sort().columns(), where.text(), request.sort().order(), MOST_COUNTED + 1))
                .params(where.parameters())
                .param("size", request.page().size() + 1)
                .param("offset", request.page().offset())
                .query((row, number) -> new Few(row.getLong("number"), Arrays.asList((String[])
                        row.getArray("names").getArray())))
                .single();
    }

    private List<String> walk(ListRequest request) {
        var where = new Conditions(request, clock.instant());
        return jdbc.sql(WALK.formatted(where.text(), request.sort().order()))
                .params(where.parameters())
                .param("size", request.page().size() + 1)
                .param("offset", request.page().offset())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private List<DomainRow> rows(ListRequest request, List<String> names) {
        var now = clock.instant();
        return names.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS.formatted(request.sort().order()))
                        .param("names", names.toArray(String[]::new))
                        .query((row, number) -> DomainRow.of(row, now))
                        .list();
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
        var where = new Conditions(request, clock.instant());
        return jdbc.sql("select count(*) from domain d where " + where.text())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** How many made-up domains are left out of what is meant for all, because others are not. */
    long leftOut(ListRequest request) {
        if (request.impossible()) {
            return 0;
        }
        var where = new Conditions(request, clock.instant());
        return jdbc.sql("""
            select case when count(*) = 0 or not exists (select from domain d where %1$s and not d.sample)
                then 0 else count(*) end
            from domain d where %1$s and d.sample\
            """.formatted(where.text()))
                .params(where.parameters())
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
        var where = new Conditions(request, clock.instant());
        return jdbc.sql("""
            select d.name, %2$s as left_out from domain d where %1$s and d.name > :name and (:all or not (%2$s))
            order by d.name limit :most\
            """.formatted(where.text(), where.leftOut()))
                .params(where.parameters())
                .param("name", name)
                .param("all", withLeftOut)
                .param("most", most)
                .query((row, number) -> new Listed(row.getString("name"), row.getBoolean("left_out")))
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
}
