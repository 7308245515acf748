package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class StartTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    @Autowired
    private Database database;

    @Test
    void theApplicationStartsOnAnEmptyDatabaseWithItsSchema() {
        assertThat(rows("installation")).isEqualTo(1);
        assertThat(rows("domain")).isZero();
    }

    @Test
    void aDatabaseThatIsConfiguredIsTheOneThatIsUsed() {
        assertThat(context.containsBean("embeddedPostgres")).isFalse();
    }

    @Test
    void theClockIsTheTests() {
        assertThat(clock.instant()).isEqualTo(FakeClock.START);
    }

    @Test
    void emptyingLeavesOnlyWhatTheMigrationsInserted() {
        jdbc.sql("insert into audit_entry (at, who, action, subject) values (now(), 'somebody', 'did', 'something')")
                .update();
        jdbc.sql("update installation set public_url = 'https://changed.example'")
                .update();

        database.empty();

        assertThat(rows("audit_entry")).isZero();
        assertThat(jdbc.sql("select count(*) from installation where public_url is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
