package mtasts.hosting;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the database, over a connection of its own, that something else is served now. */
final class ServedChannel {

    private static final Logger log = LoggerFactory.getLogger(ServedChannel.class);

    private static final int MILLISECONDS_OF_SILENCE = 30_000;
    private static final int SECONDS_TO_ANSWER = 5;
    private static final int SECONDS_BEFORE_A_NEW_CONNECTION = 2;

    private final DataSource database;
    private final Runnable onWord;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    ServedChannel(DataSource database, Runnable onWord) {
        this.database = database;
        this.onWord = onWord;
    }

    void open() {
        Thread starting = Thread.ofPlatform().daemon().name("policy-hints").unstarted(this::keepListening);
        thread = starting;
        starting.start();
    }

    void close() {
        Thread stopping = thread;
        thread = null;
        hangUp();
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    /** Breaks the connection in use; a new one is made as long as the channel is open. */
    void hangUp() {
        Connection breaking = connection;
        try {
            if (breaking != null) {
                breaking.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            log.debug("The connection was gone already", gone);
        }
    }

    private void keepListening() {
        while (thread == Thread.currentThread()) {
            try (Connection own = connect()) {
                connection = own;
                listen(own);
            } catch (SQLException lost) {
                log.debug("Nothing is heard from the database until the next connection", lost);
            }
            try {
                TimeUnit.SECONDS.sleep(SECONDS_BEFORE_A_NEW_CONNECTION);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void listen(Connection own) throws SQLException {
        try (var statement = own.createStatement()) {
            statement.execute("listen served");
        }
        PGConnection postgres = own.unwrap(PGConnection.class);
        onWord.run();
        while (thread == Thread.currentThread()) {
            if (postgres.getNotifications(MILLISECONDS_OF_SILENCE).length > 0) {
                onWord.run();
            } else if (!own.isValid(SECONDS_TO_ANSWER)) {
                return;
            }
        }
    }

    private Connection connect() throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        Properties how = new Properties();
        how.putAll(pool.getDataSourceProperties());
        how.setProperty("user", pool.getCredentials().getUsername());
        how.setProperty("password", pool.getCredentials().getPassword());
        how.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), how);
    }
}
