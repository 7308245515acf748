package mtasts.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import mtasts.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

@ApplicationTest
class PolicyTableReaderTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource dataSource;

    private final PolicyTable table = new PolicyTable();
    private PolicyTableReader reader;
    private Publications publications;

    @BeforeEach
    void prepare() {
        reader = new PolicyTableReader(jdbc, transactions, table);
        publications = new Publications(jdbc);
    }

    @Test
    void theFirstReadingBringsEveryDomainsLatestLiveText() {
        publications.register("example.com");
        publications.publish("example.com", 1, Publications.text("testing"));
        publications.publish("example.com", 2, Publications.text("enforce"));
        publications.register("unpublished.example");
        publications.register("gone.example");
        publications.publish("gone.example", 1, Publications.text("testing"));
        publications.remove("gone.example");

        reader.read();

        assertThat(served("example.com")).isEqualTo(Publications.text("enforce"));
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void aLaterReadingBringsWhatChanged() {
        publications.register("example.com");
        publications.register("example.org");
        publications.publish("example.org", 1, Publications.text("testing"));
        reader.read();

        publications.publish("example.com", 1, Publications.text("testing"));
        publications.publish("example.org", 2, Publications.text("enforce"));
        reader.read();
        assertThat(served("example.com")).isEqualTo(Publications.text("testing"));
        assertThat(served("example.org")).isEqualTo(Publications.text("enforce"));

        publications.remove("example.com");
        reader.read();
        assertThat(served("example.com")).isNull();

        jdbc.sql("update domain set removed_at = null where name = 'example.com'")
                .update();
        reader.read();
        assertThat(served("example.com")).isEqualTo(Publications.text("testing"));
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws SQLException {
        publications.register("early.example");
        publications.register("late.example");
        try (var late = dataSource.getConnection();
                var afterwards = dataSource.getConnection()) {
            late.setAutoCommit(false);
            on(late).publish("late.example", 1, Publications.text("testing"));
            on(afterwards).publish("early.example", 1, Publications.text("testing"));
            reader.read();
            reader.read();
            assertThat(served("early.example")).isNotNull();
            assertThat(served("late.example")).isNull();

            late.commit();
            late.setAutoCommit(true);
        }
        reader.read();
        assertThat(served("late.example")).isNotNull();
    }

    @Test
    void aRowWhoseLaterChangeHasTheSmallerNumberIsNotMissed() throws SQLException {
        publications.register("example.com");
        try (var older = dataSource.getConnection()) {
            older.setAutoCommit(false);
            on(older).register("other.example");
            publications.publish("example.com", 1, Publications.text("testing"));
            reader.read();
            on(older).publish("example.com", 2, Publications.text("enforce"));
            reader.read();
            assertThat(served("example.com")).isEqualTo(Publications.text("testing"));

            older.commit();
            older.setAutoCommit(true);
        }
        reader.read();
        assertThat(served("example.com")).isEqualTo(Publications.text("enforce"));
    }

    @Test
    void whatIsRolledBackIsNeverServed() throws SQLException {
        publications.register("example.com");
        reader.read();
        try (var undecided = dataSource.getConnection()) {
            undecided.setAutoCommit(false);
            on(undecided).publish("example.com", 1, Publications.text("testing"));
            reader.read();
            undecided.rollback();
            undecided.setAutoCommit(true);
        }
        reader.read();
        assertThat(served("example.com")).isNull();
    }

    @Test
    void aBackupFromAClusterThatWasFurtherOnIsServedAndFollowed() {
        publications.register("example.com");
        publications.publish("example.com", 1, Publications.text("testing"));
        jdbc.sql("update domain set served_change = '9000000000000000000'").update();
        reader.read();
        assertThat(served("example.com")).isEqualTo(Publications.text("testing"));

        publications.publish("example.com", 2, Publications.text("enforce"));
        reader.read();
        assertThat(served("example.com")).isEqualTo(Publications.text("enforce"));
    }

    @Test
    void moreRowsThanOneFetchAreReadToTheEnd() {
        jdbc.sql("insert into domain (name, unicode_name, place, created_at, changed_at, search)"
                        + " select name, name, 'here', now(), now(), name"
                        + " from (select 'd' || n || '.example' as name from generate_series(1, 2500) n) names")
                .update();
        jdbc.sql("insert into policy_version"
                        + " (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)"
                        + " select id, 1, 'id1', 'version: STSv1 for ' || name, 'testing', '{}', 604800, 'here', now(),"
                        + " 'published', 'somebody' from domain")
                .update();
        jdbc.sql("insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)"
                        + " select domain_id, 1, 'file', now(), 'somebody' from policy_version")
                .update();

        reader.read();

        assertThat(table.size()).isEqualTo(2500);
        assertThat(served("d2500.example")).isEqualTo("version: STSv1 for d2500.example");
    }

    @Test
    void whileTheDatabaseIsAwayTheTableStaysAsItWas() {
        try (var own = new HikariDataSource()) {
            HikariDataSource pool = unwrap();
            own.setJdbcUrl(pool.getJdbcUrl());
            own.setUsername(pool.getUsername());
            own.setPassword(pool.getPassword());
            var leaving = new PolicyTableReader(JdbcClient.create(own), new DataSourceTransactionManager(own), table);
            publications.register("example.com");
            publications.publish("example.com", 1, Publications.text("testing"));
            leaving.read();
            own.close();

            assertThatThrownBy(leaving::read).isInstanceOf(NestedRuntimeException.class);
            assertThat(served("example.com")).isEqualTo(Publications.text("testing"));
        }
    }

    private HikariDataSource unwrap() {
        try {
            return dataSource.unwrap(HikariDataSource.class);
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    private @Nullable String served(String domain) {
        ServedPolicy policy = table.servedAt(PolicyHost.of(domain));
        return policy == null ? null : new String(policy.body(), StandardCharsets.UTF_8);
    }

    private static Publications on(java.sql.Connection connection) {
        return new Publications(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }
}
