package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of an earlier start whose application was killed. It may run on a folder that only we hold the lock of;
 * it must have ended before another one is started there.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private LeftBehind() {}

    /**
     * Stops what runs on the folder, and removes a process number that PostgreSQL would take for its own predecessor's.
     *
     * @param cluster PostgreSQL's own data folder, locked by this process
     * @throws DatabaseUnavailable when it does not end within two minutes
     */
    static void stop(Path cluster) throws IOException, InterruptedException {
        OptionalLong recorded = recordedIn(cluster);
        List<Long> running = runningOn(cluster);
        if (!running.isEmpty()) {
            log.info("A PostgreSQL that an earlier start left behind is stopped first");
            if (recorded.isPresent() && running.contains(recorded.getAsLong())) {
                Command.signal("INT", recorded.getAsLong());
            }
            awaitEnd(cluster);
        } else if (recorded.isPresent() && isOf(cluster, recorded.getAsLong())) {
            Files.delete(cluster.resolve("postmaster.pid"));
        }
    }

    private static void awaitEnd(Path cluster) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (List<Long> running = runningOn(cluster); !running.isEmpty(); running = runningOn(cluster)) {
            if (System.nanoTime() > deadline) {
                throw DatabaseUnavailable.leftBehind(running.getFirst());
            }
            Thread.sleep(50);
        }
    }

    /** The server's process number as PostgreSQL itself keeps it; empty when it was stopped in good order. */
    static OptionalLong recordedIn(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** Whether the process is there, as a zombie perhaps, and belongs to the user that PostgreSQL runs as. */
    private static boolean isOf(Path cluster, long process) throws IOException {
        Path entry = PROCESSES.resolve(Long.toString(process));
        return Files.exists(entry) && DataFolder.ownerOf(entry) == DataFolder.ownerOf(cluster);
    }

    /** Processes of PostgreSQL on this folder: the server and what it forked. */
    private static List<Long> runningOn(Path cluster) throws IOException {
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            return listedOn(cluster);
        }
        try (Stream<Path> entries = Files.list(PROCESSES)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .filter(entry -> runsOn(entry, cluster))
                    .map(entry -> Long.valueOf(entry.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean runsOn(Path entry, Path cluster) {
        try {
            return Files.readSymbolicLink(entry.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.isSameFile(Files.readSymbolicLink(entry.resolve("cwd")), cluster);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** Where there is no /proc: the server alone, by the folder on its command line. */
    private static List<Long> listedOn(Path cluster) throws IOException {
        Pattern server = Pattern.compile("\\s*(\\d+) .*postgres -D " + Pattern.quote(cluster.toString()) + "( .*)?");
        try (InputStream list =
                Command.start(List.of("ps", "-axo", "pid=,command=")).getInputStream()) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .map(server::matcher)
                    .filter(Matcher::matches)
                    .map(found -> Long.valueOf(found.group(1)))
                    .toList();
        }
    }
}
