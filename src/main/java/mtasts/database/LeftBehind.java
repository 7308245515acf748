package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of an earlier start whose application was killed. It may run on a folder that only we hold the lock of;
 * it must have ended before another one is started there.
 */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final String RECORD = "postmaster.pid";
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** One process's own folder or program, as {@code ls -l} writes a link of {@code /proc}. */
    private static final Pattern LINK = Pattern.compile(".* /proc/(\\d+)/(cwd|exe) -> (.*)");

    private LeftBehind() {}

    /**
     * Stops what runs on the folder, and removes a record of it that PostgreSQL would stumble over: one without a number, or
     * with that of another process of the same user.
     *
     * @param cluster its folder is locked by this process
     * @throws DatabaseUnavailable when it does not end within two minutes
     */
    static void stop(Cluster cluster) throws IOException, InterruptedException {
        Path data = cluster.folder().cluster();
        Path record = data.resolve(RECORD);
        OptionalLong recorded = recordedIn(data);
        Collection<Long> running = runningOn(cluster);
        if (!running.isEmpty()) {
            log.info("A PostgreSQL that an earlier start left behind is stopped first");
            if (recorded.isPresent() && running.contains(recorded.getAsLong())) {
                Command.signal("INT", recorded.getAsLong());
            }
            awaitEnd(cluster);
        }
        if (Files.exists(record) && (recorded.isEmpty() || isOf(data, recorded.getAsLong()))) {
            Files.deleteIfExists(record);
        }
    }

    private static void awaitEnd(Cluster cluster) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var running = runningOn(cluster); !running.isEmpty(); running = runningOn(cluster)) {
            if (System.nanoTime() > deadline) {
                throw DatabaseUnavailable.leftBehind(running.iterator().next());
            }
            Thread.sleep(50);
        }
    }

    /**
     * The server's process number as PostgreSQL itself keeps it; empty when it was stopped in good order, and when a crash
     * left the file without its content.
     */
    static OptionalLong recordedIn(Path data) throws IOException {
        Path record = data.resolve(RECORD);
        String first = Files.exists(record)
                ? Files.readString(record).lines().findFirst().orElse("").strip()
                : "";
        return first.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(first)) : OptionalLong.empty();
    }

    /** Whether the process is there, as a zombie perhaps, and belongs to the user that PostgreSQL runs as. */
    private static boolean isOf(Path data, long process) throws IOException {
        Path entry = PROCESSES.resolve(Long.toString(process));
        return Files.exists(entry) && DataFolder.ownerOf(entry) == DataFolder.ownerOf(data);
    }

    private static Collection<Long> runningOn(Cluster cluster) throws IOException {
        return Files.isDirectory(PROCESSES.resolve("self")) ? openedBy(cluster) : listedOn(cluster);
    }

    /**
     * Processes of PostgreSQL on this folder: the server and what it forked. They are looked at with the eyes of the user
     * they run as, because root in a container may not see what other users' processes have open.
     */
    private static Set<Long> openedBy(Cluster cluster) throws IOException {
        Path data = cluster.folder().cluster().toRealPath();
        Map<Long, String> folders = new HashMap<>();
        Map<Long, String> programs = new HashMap<>();
        for (String line : output(cluster.as(List.of("/bin/sh", "-c", "ls -l /proc/[0-9]*/cwd /proc/[0-9]*/exe")))) {
            Matcher link = LINK.matcher(line);
            if (link.matches()) {
                (link.group(2).equals("cwd") ? folders : programs).put(Long.valueOf(link.group(1)), link.group(3));
            }
        }
        Set<Long> found = new TreeSet<>(folders.keySet());
        found.removeIf(process -> !data.toString().equals(folders.get(process))
                || !programs.getOrDefault(process, "").matches(".*/postgres( \\(deleted\\))?"));
        return found;
    }

    /** Where there is no /proc: the server alone, by the folder on its command line. */
    private static List<Long> listedOn(Cluster cluster) throws IOException {
        Pattern server = Pattern.compile("\\s*(\\d+) .*postgres -D "
                + Pattern.quote(cluster.folder().cluster().toString()) + "( .*)?");
        return output(List.of("ps", "-axo", "pid=,command=")).stream()
                .map(server::matcher)
                .filter(Matcher::matches)
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private static List<String> output(List<String> command) throws IOException {
        try (var output = Command.start(command).getInputStream()) {
            return new String(output.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
