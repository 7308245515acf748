package mtasts.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of PostgreSQL's server, from its start until it answers, and until it ends. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final long MILLISECONDS_BETWEEN_LOOKS = 20;
    private static final long SECONDS_TO_STOP = 60;

    private final Cluster cluster;
    private final int port;
    private final Process process;
    private final ServerLog words;

    private Server(Cluster cluster, int port, Process process) throws IOException {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
        this.words = new ServerLog(process.getInputStream(), cluster.folder().log());
    }

    /**
     * Starts the server and waits until it answers: as long as it lives, because recovery after a crash takes its time.
     *
     * @throws DatabaseUnavailable when it ends instead
     */
    static Server start(Cluster cluster, int port) throws IOException, InterruptedException {
        Server server = new Server(cluster, port, cluster.start(port));
        try {
            while (!server.answers()) {
                if (server.process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                    throw server.refusal();
                }
            }
            return server;
        } catch (IOException | InterruptedException problem) {
            server.stop();
            throw problem;
        }
    }

    int port() {
        return port;
    }

    private DatabaseUnavailable refusal() throws InterruptedException {
        words.awaitEnd();
        String lastWords = words.lastWords();
        return lastWords.contains("could not bind IPv4 address")
                ? new DatabaseUnavailable.PortTaken(port)
                : DatabaseUnavailable.ended(lastWords, cluster.folder().path());
    }

    /** Reads the state that the server keeps for its own tools: the eighth line of a file that may be a predecessor's. */
    private boolean answers() throws IOException {
        Path file = cluster.folder().cluster().resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() >= 8 && lines.get(7).strip().equals("ready") && isOurs(Long.parseLong(lines.getFirst()));
    }

    private boolean isOurs(long number) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return process.pid() == number || children.anyMatch(child -> child.pid() == number);
        }
    }

    /** Runs what is given on another thread when the server has ended, in whatever way. */
    void whenEnded(Runnable action) {
        process.onExit()
                .thenRunAsync(
                        action,
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name("postgresql-watch")
                                .start(task));
    }

    /**
     * Ends all connections and the server, in good order; returns when it has ended and said its last word, at once when it
     * has ended already.
     */
    void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        OptionalLong number = LeftBehind.recordedIn(cluster.folder().cluster());
        long server = number.isPresent() && isOurs(number.getAsLong()) ? number.getAsLong() : process.pid();
        Command.signal("INT", server);
        if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            log.warn("PostgreSQL takes too long to stop: it is stopped at once and will recover at its next start");
            Command.signal("QUIT", server);
            process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
        }
        words.awaitEnd();
    }
}
