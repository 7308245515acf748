package mtasts.estate;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Adds up the kept counts now and then: every change of a domain's mode adds a row to them, and a sum of few rows is soon
 * read. Many nodes may do it at once, for each takes the rows that it adds up away first.
 */
@Component
class CountUpkeep {

    private final JdbcClient jdbc;

    CountUpkeep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void addUp() {
        jdbc.sql("""
            with gone as (delete from domain_count returning mode, change)
            insert into domain_count (mode, change)
            select mode, sum(change) from gone group by mode having sum(change) <> 0\
            """).update();
    }
}
