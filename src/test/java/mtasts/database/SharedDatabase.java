package mtasts.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The one PostgreSQL of a test run, in {@code target/test-data}, with an empty database at its beginning. Every
 * application context of the tests is given it, whatever datasource the environment names, so that no test can
 * reach a database that matters. Only {@link mtasts.ChildApplication} brings its own.
 */
public final class SharedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDER = Path.of("target/test-data");
    private static @Nullable EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (System.getProperty("tests.database", "shared").equals("own")) {
            return;
        }
        EmbeddedPostgres shared = start();
        // commits need not wait for the disk here; that they do in the product has a test of its own
        Map<String, Object> datasource = Map.of(
                "spring.datasource.url",
                shared.url() + "?options=-c%20synchronous_commit=off",
                "spring.datasource.username",
                EmbeddedPostgres.NAME,
                "spring.datasource.password",
                shared.password());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("shared database", datasource));
    }

    private static synchronized EmbeddedPostgres start() {
        if (postgres == null) {
            EmbeddedPostgres started =
                    EmbeddedPostgres.start(new DatabaseProperties(FOLDER, null, Path.of("target/postgresql")));
            SpringApplication.getShutdownHandlers().add(started::close);
            empty(started);
            postgres = started;
        }
        return postgres;
    }

    private static void empty(EmbeddedPostgres postgres) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.url().replaceFirst("/mtasts$", "/postgres"), Cluster.SUPERUSER, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists mtasts with (force)");
            statement.execute("create database mtasts owner mtasts");
        } catch (SQLException problem) {
            throw new AssertionError("the test database could not be emptied", problem);
        }
    }

    /** The superuser's. */
    static String password() {
        return start().password();
    }

    /** A connection that may do everything with the test database. */
    public static Connection connectAsSuperuser() throws SQLException {
        EmbeddedPostgres shared = start();
        return DriverManager.getConnection(shared.url(), Cluster.SUPERUSER, shared.password());
    }
}
