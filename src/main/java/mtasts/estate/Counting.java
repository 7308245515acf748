package mtasts.estate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the domains by stage: the modes from the sums that the database keeps, and what only the clock decides (due,
 * retired) from an index.
 */
@Component
class Counting {

    private final JdbcClient jdbc;
    private final Clock clock;

    Counting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StageCounts stages() {
        var modes = new HashMap<String, Long>();
        jdbc.sql("select mode, sum(change) as number from domain_count group by mode")
                .query(row -> {
                    modes.put(row.getString("mode"), row.getLong("number"));
                });
        long retired = count("mode = 'none' and (latest_horizon is null or latest_horizon < :now)");
        return new StageCounts(
                modes.getOrDefault("unpublished", 0L),
                modes.getOrDefault("testing", 0L),
                count("mode = 'testing' and takes_mail and due_at <= :now"),
                modes.getOrDefault("enforce", 0L),
                modes.getOrDefault("none", 0L) - retired,
                retired);
    }

    /**
     * The domains that are made up.
     *
     * @param all those that were removed by a mark among them
     */
    record Samples(long all, long registered) {}

    Samples samples() {
        return jdbc.sql("select count(*) as every, count(*) filter (where removed_at is null) as registered"
                        + " from domain where sample")
                .query((row, number) -> new Samples(row.getLong("every"), row.getLong("registered")))
                .single();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from domain where removed_at is null and " + condition)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
