package mtasts.audit;

import java.util.List;
import java.util.Map;
import mtasts.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reading the trail: newest first, and each question by an index of its own, however long the trail has grown. */
@Component
class AuditEntries {

    /** Somebody who did something, as the filter offers it. */
    record Author(String key, String name) {}

    private final JdbcClient jdbc;
    private final AuditRows rows;

    AuditEntries(JdbcClient jdbc, AuditRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** So many are counted; of more it is only said that there are more. */
    static final int MOST_COUNTED = 10_000;

    /** The rows of a page, and the one after them if there is one. */
    List<AuditEntry> page(AuditFilter filter, PageRequest page) {
        return jdbc.sql("select * from audit_entry %s order by at desc, id desc limit :size offset :offset"
                        .formatted(filter.condition()))
                .params(filter.values())
                .params(Map.of("size", page.size() + 1, "offset", page.offset()))
                .query(rows)
                .list();
    }

    /** How many there are, up to one more than {@link #MOST_COUNTED}. */
    long count(AuditFilter filter) {
        return count(filter, MOST_COUNTED + 1L);
    }

    /** How many there are, however long that takes. */
    long countAll(AuditFilter filter) {
        return count(filter, Long.MAX_VALUE);
    }

    private long count(AuditFilter filter, long most) {
        return jdbc.sql("select count(*) from (select 1 from audit_entry %s limit :most) counted"
                        .formatted(filter.condition()))
                .params(filter.values())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Everybody in the trail by the latest name, people first. Steps from one to the next in the index. */
    List<Author> authors() {
        return jdbc.sql("""
            with recursive person(id) as (
                select min(person_id) from audit_entry
                union all
                select (select min(person_id) from audit_entry where person_id > person.id)
                from person where person.id is not null),
            nobody(who) as (
                select min(who) from audit_entry where person_id is null
                union all
                select (select min(who) from audit_entry where person_id is null and who > nobody.who)
                from nobody where nobody.who is not null)
            select key, name from (
                select 1 as part, id::text as key, (select who from audit_entry
                    where person_id = person.id order by at desc, id desc limit 1) as name
                from person where id is not null
                union all
                select 2, who, who from nobody where who is not null)
            order by part, lower(name) limit 1000\
            """)
                .query((row, number) -> new Author(row.getString("key"), row.getString("name")))
                .list();
    }

    /** Every action in the trail, likewise. */
    List<String> actions() {
        return jdbc.sql("""
            with recursive step(action) as (
                select min(action) from audit_entry
                union all
                select (select min(action) from audit_entry where action > step.action)
                from step where step.action is not null)
            select action from step where action is not null\
            """).query((row, number) -> row.getString("action")).list();
    }
}
