package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an older application left behind is brought forward. */
class UpgradeTest {

    @Test
    void whatWasConfirmedBeforeIsTakenForWhatTheRecordsSayNow() throws SQLException {
        try (Connection connection = SharedDatabase.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists upgrade with (force)");
            statement.execute("create database upgrade");
        }
        migrate("3");
        try (Connection connection = upgraded();
                Statement statement = connection.createStatement()) {
            statement.execute("update installation set policy_host_target = 'sts.example.net'");
            domain(statement, "here", "here");
            domain(statement, "away", "elsewhere");
            domain(statement, "left", "here");
            statement.execute("update domain set place = 'elsewhere' where name = 'left.example'");
        }

        migrate("latest");

        try (Connection connection = upgraded();
                Statement statement = connection.createStatement()) {
            assertThat(rows(
                            statement,
                            "select name, coalesce(file_up, false), said_number, said_place, said_policy_host, live_at"
                                    + " is not null from policy_reach join domain on id = domain_id order by name"))
                    .containsExactly(
                            "away.example, t, 1, elsewhere, null, t",
                            "here.example, t, 1, here, sts.example.net, t",
                            "left.example, f, 1, elsewhere, null, t");
            assertThat(rows(statement, "select name, number from served_policy order by name"))
                    .containsExactly("away.example, 1", "here.example, 1", "left.example, 1");
        }
    }

    private static void domain(Statement statement, String label, String place) throws SQLException {
        statement.execute("""
            insert into domain (name, unicode_name, place, created_at, changed_at, search, current_version, mode)
            values ('%1$s.example', '%1$s.example', '%2$s', now(), now(), '%1$s', 1, 'testing')\
            """.formatted(label, place));
        statement.execute("""
            insert into policy_version
                (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)
            select id, 1, 'id1', 'text', 'testing', '{mx.example.net}', 604800, place, now(), 'published', 'Ada'
            from domain where name = '%s.example'\
            """.formatted(label));
        for (var what : List.of("file", "records")) {
            statement.execute("""
                insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)
                select id, 1, '%s', now(), 'Ada' from domain where name = '%s.example'\
                """.formatted(what, label));
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(", ", row));
            }
        }
        return rows;
    }

    private static void migrate(String target) throws SQLException {
        try (Connection connection = SharedDatabase.connectAsSuperuser()) {
            Flyway.configure()
                    .dataSource(url(connection), Cluster.SUPERUSER, SharedDatabase.password())
                    .target(target)
                    .load()
                    .migrate();
        }
    }

    private static Connection upgraded() throws SQLException {
        try (Connection connection = SharedDatabase.connectAsSuperuser()) {
            return DriverManager.getConnection(url(connection), Cluster.SUPERUSER, SharedDatabase.password());
        }
    }

    private static String url(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().replaceFirst("/mtasts$", "/upgrade");
    }
}
