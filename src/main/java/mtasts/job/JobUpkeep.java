package mtasts.job;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody confirmed within a day, and what ended 90 days ago. */
@Component
class JobUpkeep {

    private final JdbcClient jdbc;

    JobUpkeep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql("""
            delete from job where (state = 'judged' and turn < now() - interval '1 day')
                or (state in ('done', 'cancelled', 'failed') and turn < now() - interval '90 days')\
            """).update();
    }
}
