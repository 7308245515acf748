package mtasts.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives as long as the application: started from packaged programs on a folder that is locked for it,
 * started again if it dies, and stopped at the end.
 */
final class EmbeddedPostgres implements AutoCloseable {

    /** The role that the application works as, and its database. */
    static final String NAME = "mtasts";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final String url;
    private final String password;
    private Server server;
    private boolean closed;

    private EmbeddedPostgres(Cluster cluster, String password, Server server) {
        this.cluster = cluster;
        this.url = url(server.port(), NAME);
        this.password = password;
        this.server = server;
        server.whenEnded(this::startAgain);
    }

    /**
     * Starts PostgreSQL and returns when it answers.
     *
     * @throws DatabaseUnavailable when it cannot be had, in one sentence; nothing is left running then
     */
    static EmbeddedPostgres start(DatabaseProperties properties) {
        Path path = properties.folder().toAbsolutePath();
        Binaries.packaged();
        try {
            DataFolder folder = DataFolder.open(path);
            try {
                return start(folder, properties);
            } catch (IOException | InterruptedException | SQLException | RuntimeException problem) {
                folder.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw DatabaseUnavailable.failed(path, problem);
        } catch (SQLException problem) {
            throw DatabaseUnavailable.failed(path, problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the database was starting", stopped);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, DatabaseProperties properties)
            throws IOException, InterruptedException, SQLException {
        Cluster cluster = Cluster.of(folder, properties.binaries());
        String password = folder.password();
        if (folder.hasCluster()) {
            LeftBehind.stop(cluster);
            cluster.check();
        } else {
            cluster.create(password);
        }
        Server server =
                properties.port() == null ? startOnAFreePort(cluster) : Server.start(cluster, properties.port());
        try {
            prepare(server.port(), password);
            return new EmbeddedPostgres(cluster, password, server);
        } catch (SQLException | RuntimeException problem) {
            server.stop();
            throw problem;
        }
    }

    /** Another program may take the port between the search and the start; that is tried thrice. */
    private static Server startOnAFreePort(Cluster cluster) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Server.start(cluster, freePort());
            } catch (DatabaseUnavailable.PortTaken problem) {
                if (attempt == 3) {
                    throw problem;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The application works as a role of its own that cannot reach beyond its database. */
    private static void prepare(int port, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), Cluster.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (isEmpty(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String url() {
        return url;
    }

    String password() {
        return password;
    }

    /** Until the server answers again; a disk that is full, say, can be made room on meanwhile. */
    private void startAgain() {
        Duration pause = Duration.ofSeconds(1);
        while (!isClosed()) {
            log.error(
                    "PostgreSQL ended unexpectedly and is started again; its log is in {}",
                    cluster.folder().path());
            try {
                if (revive()) {
                    return;
                }
            } catch (DatabaseUnavailable | IOException problem) {
                log.error("{} The next attempt is in {} s.", problem.getMessage(), pause.toSeconds());
            } catch (InterruptedException stopped) {
                return;
            }
            pause = waited(pause);
        }
    }

    private synchronized boolean revive() throws IOException, InterruptedException {
        if (!closed) {
            LeftBehind.stop(cluster);
            server = Server.start(cluster, server.port());
            server.whenEnded(this::startAgain);
        }
        return true;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Duration waited(Duration pause) {
        try {
            if (!closed) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            closed = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** Stops the server and lets go of the folder; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try {
            server.stop();
            cluster.folder().close();
        } catch (IOException problem) {
            log.error("PostgreSQL could not be stopped in good order", problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
