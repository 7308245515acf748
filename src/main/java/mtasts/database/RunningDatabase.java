package mtasts.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The embedded database of an application that is running, as a command beside it on the same machine reaches it.
 *
 * @param url for JDBC
 */
public record RunningDatabase(String url, String user, String password) {

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    /**
     * The database that runs on a data folder.
     *
     * @return nothing when none answers there, or when the folder is not ours to read
     */
    public static Optional<RunningDatabase> on(Path folder) {
        try {
            // PostgreSQL's own record: process, folder, start, port
            var record = Files.readAllLines(folder.resolve("pg").resolve("postmaster.pid"));
            if (record.size() < 4 || !PORT.matcher(record.get(3)).matches()) {
                return Optional.empty();
            }
            var running = new RunningDatabase(
                    "jdbc:postgresql://127.0.0.1:" + record.get(3) + "/" + EmbeddedPostgres.NAME,
                    EmbeddedPostgres.NAME,
                    Files.readString(folder.resolve("password")).strip());
            return running.answers() ? Optional.of(running) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(5);
        } catch (SQLException silent) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
