package mtasts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mtasts.database.SharedDatabase;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;

/** The tests' database as a whole. */
@DependsOnDatabaseInitialization
public class Database {

    private static final String TABLES =
            "select quote_ident(tablename) from pg_tables where schemaname = '%s' and tablename <>"
                    + " 'flyway_schema_history'";

    Database() throws SQLException {
        keepWhatMigrationsInserted();
    }

    private static void keepWhatMigrationsInserted() throws SQLException {
        try (Connection connection = SharedDatabase.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            if (names(statement, "select nspname from pg_namespace where nspname = 'seed'")
                    .isEmpty()) {
                statement.execute("create schema seed");
                for (String table : names(statement, TABLES.formatted("public"))) {
                    if (!names(statement, "select 1 from " + table + " limit 1").isEmpty()) {
                        statement.execute("create table seed." + table + " as table public." + table);
                    }
                }
            }
        }
    }

    /**
     * Makes the database what it was after a first start: the rows of the migrations, and no others. What refuses to be
     * deleted in the product gives way here.
     */
    public void empty() {
        try (Connection connection = SharedDatabase.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (String table : names(statement, TABLES.formatted("public"))) {
                statement.addBatch("delete from public." + table);
            }
            for (String table : names(statement, TABLES.formatted("seed"))) {
                statement.addBatch("insert into public." + table + " overriding system value table seed." + table);
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException problem) {
            throw new AssertionError("the test database could not be emptied", problem);
        }
    }

    private static List<String> names(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
