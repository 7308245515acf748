package mtasts.hosting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import mtasts.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Two nodes on one database: the application of the tests, and another table with its own upkeep. */
@ApplicationTest
class PolicyTableUpkeepTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PolicyTable here;

    private final AtomicBoolean away = new AtomicBoolean();
    private final PolicyTable there = new PolicyTable();
    private PolicyTableUpkeep upkeep;
    private Publications publications;

    @BeforeEach
    void startTheOtherNode() {
        DataSource own = new SometimesAway();
        upkeep = new PolicyTableUpkeep(
                new PolicyTableReader(JdbcClient.create(own), new DataSourceTransactionManager(own), there),
                there,
                own);
        publications = new Publications(jdbc);
        upkeep.start();
    }

    @AfterEach
    void stopTheOtherNode() {
        upkeep.stop();
    }

    @Test
    void whatOneNodePublishesIsServedByEveryNodeWithinFiveSeconds() {
        publications.register("nodes.example");
        publications.publish("nodes.example", 1, Publications.text("testing"));

        await().atMost(WITHIN).until(() -> isServed(here, "nodes.example") && isServed(there, "nodes.example"));

        publications.remove("nodes.example");

        await().atMost(WITHIN).until(() -> !isServed(here, "nodes.example") && !isServed(there, "nodes.example"));
    }

    @Test
    void withoutAnyHintTheNextReadingBringsIt() {
        jdbc.sql("alter table policy_confirmation disable trigger policy_file_confirmed")
                .update();
        try {
            publications.register("silent.example");
            publications.publish("silent.example", 1, Publications.text("testing"));
            jdbc.sql("update domain set served_change = pg_current_xact_id()").update();
        } finally {
            jdbc.sql("alter table policy_confirmation enable trigger policy_file_confirmed")
                    .update();
        }

        await().atMost(WITHIN).until(() -> isServed(there, "silent.example"));
    }

    @Test
    void whenTheDatabaseComesBackTheTableFollowsAgain() {
        away.set(true);
        publications.register("back.example");
        publications.publish("back.example", 1, Publications.text("testing"));
        await().atMost(WITHIN).until(() -> isServed(here, "back.example"));
        assertThat(isServed(there, "back.example")).isFalse();

        away.set(false);

        await().atMost(WITHIN).until(() -> isServed(there, "back.example"));
    }

    @Test
    void theDatabaseTellsOfAPublicationAndOfANewConnection() throws InterruptedException {
        var words = new Semaphore(0);
        var channel = new ServedChannel(dataSource, words::release);
        channel.open();
        try {
            assertThat(words.tryAcquire(5, SECONDS))
                    .as("heard at the beginning")
                    .isTrue();

            publications.register("told.example");
            publications.publish("told.example", 1, Publications.text("testing"));
            assertThat(words.tryAcquire(5, SECONDS))
                    .as("heard of the publication")
                    .isTrue();

            channel.hangUp();
            assertThat(words.tryAcquire(10, SECONDS))
                    .as("heard after a new connection")
                    .isTrue();
        } finally {
            channel.close();
        }
    }

    private static boolean isServed(PolicyTable table, String domain) {
        return table.servedAt(PolicyHost.of(domain)) != null;
    }

    private final class SometimesAway extends DelegatingDataSource {

        SometimesAway() {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }
}
