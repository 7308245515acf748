package mtasts.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes many new domains with few statements. */
@Component
public class Enrolling {

    private final JdbcClient jdbc;

    Enrolling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes domains that their verbs have made, inside the transaction that registers them.
     *
     * @param fresh each of another name
     * @return those that are new, in this order; a name that is registered, or was, is left as it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Domain> store(List<Domain> fresh) {
        var keys = storeDomains(fresh);
        var stored = new ArrayList<Domain>();
        for (var domain : fresh) {
            var key = keys.get(domain.name().ascii());
            if (key != null) {
                domain.stored(key);
                stored.add(domain);
            }
        }
        storeHosts(stored);
        storeTags(stored);
        return stored;
    }

    /** In the order of their names, so that two who do it at once wait for one another and never in a circle. */
    private Map<String, Long> storeDomains(List<Domain> fresh) {
        var sorted = fresh.stream()
                .sorted(Comparator.comparing(domain -> domain.name().ascii()))
                .toList();
        var keys = new HashMap<String, Long>();
        jdbc.sql("""
            insert into domain (name, unicode_name, place, takes_mail, provider, note, created_at, changed_at, search)
            select name, unicode_name, place, takes_mail, provider, note, created_at, changed_at, search
            from unnest(:names::text[], :unicodes::text[], :places::text[], :takesMail::boolean[], :providers::text[],
                    :notes::text[], :created::timestamptz[], :changed::timestamptz[], :searches::text[])
                with ordinality as fresh
                    (name, unicode_name, place, takes_mail, provider, note, created_at, changed_at, search, number)
            order by number on conflict (name) do nothing returning id, name\
            """)
                .param("names", texts(sorted, domain -> domain.name().ascii()))
                .param("unicodes", texts(sorted, Domain::unicode))
                .param("places", texts(sorted, domain -> domain.place().text()))
                .param("takesMail", sorted.stream().map(Domain::takesMail).toArray(Boolean[]::new))
                .param("providers", texts(sorted, Domain::provider))
                .param("notes", texts(sorted, Domain::note))
                .param("created", texts(sorted, domain -> domain.createdAt().toString()))
                .param("changed", texts(sorted, domain -> domain.changedAt().toString()))
                .param("searches", texts(sorted, Domain::searchable))
                .query(row -> {
                    keys.put(row.getString("name"), row.getLong("id"));
                });
        return keys;
    }

    private record HostRow(long domain, int position, MxHost host) {}

    private void storeHosts(List<Domain> stored) {
        var rows = stored.stream().flatMap(Enrolling::hosts).toList();
        jdbc.sql("""
            insert into mx_host (domain_id, position, preference, host)
            select * from unnest(:domains::bigint[], :positions::int[], :preferences::int[], :hosts::text[])\
            """)
                .param("domains", rows.stream().map(HostRow::domain).toArray(Long[]::new))
                .param("positions", rows.stream().map(HostRow::position).toArray(Integer[]::new))
                .param(
                        "preferences",
                        rows.stream().map(row -> row.host().preference()).toArray(Integer[]::new))
                .param("hosts", rows.stream().map(row -> row.host().host()).toArray(String[]::new))
                .update();
    }

    private static Stream<HostRow> hosts(Domain domain) {
        var hosts = domain.hosts();
        return IntStream.range(0, hosts.size()).mapToObj(i -> new HostRow(domain.id(), i, hosts.get(i)));
    }

    private record TagRow(long domain, String tag) {}

    private void storeTags(List<Domain> stored) {
        var rows = stored.stream()
                .flatMap(domain -> domain.tags().stream().map(tag -> new TagRow(domain.id(), tag)))
                .toList();
        jdbc.sql("insert into domain_tag (domain_id, tag) select * from unnest(:domains::bigint[], :tags::text[])")
                .param("domains", rows.stream().map(TagRow::domain).toArray(Long[]::new))
                .param("tags", rows.stream().map(TagRow::tag).toArray(String[]::new))
                .update();
    }

    private static String[] texts(List<Domain> domains, Function<Domain, String> text) {
        return domains.stream().map(text).toArray(String[]::new);
    }
}
