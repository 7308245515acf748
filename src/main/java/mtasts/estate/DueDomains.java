package mtasts.estate;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The domains whose two weeks of testing are over. */
@Component
class DueDomains {

    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    DueDomains(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param name its A-label
     * @param unicode its U-label, the same where it has none
     * @param sample whether it is made up for trying things out
     * @param days full days in testing
     */
    record Due(String name, String unicode, boolean sample, long days) {}

    /** Those that have waited longest, a handful. */
    List<Due> first() {
        var now = clock.instant();
        return jdbc.sql("select name, unicode_name, sample, mode_since from domain where removed_at is null"
                        + " and mode = 'testing' and takes_mail and due_at <= :now order by due_at, name limit :shown")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shown", SHOWN)
                .query((row, number) -> new Due(
                        row.getString("name"),
                        row.getString("unicode_name"),
                        row.getBoolean("sample"),
                        Duration.between(
                                        row.getObject("mode_since", OffsetDateTime.class)
                                                .toInstant(),
                                        now)
                                .toDays()))
                .list();
    }
}
