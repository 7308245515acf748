package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's data folder with the programs for it.
 *
 * @param unprivileged whom PostgreSQL runs as; {@code null} for the user of this process
 */
record Cluster(
        DataFolder folder, Binaries binaries, @Nullable Unprivileged unprivileged) {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** PostgreSQL's own administrator, who has nothing to do in daily work. */
    static final String SUPERUSER = "postgres";

    /** What must hold whatever a {@code postgresql.conf} says. */
    private static final List<String> SETTINGS = List.of(
            // nothing that was acknowledged is lost
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // this machine alone, with a password
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            // small enough to stand beside the application
            "max_connections=30",
            "shared_buffers=64MB",
            "work_mem=4MB",
            "maintenance_work_mem=32MB",
            "max_wal_size=256MB",
            "min_wal_size=32MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "io_method=sync",
            "jit=off",
            "max_parallel_workers_per_gather=0",
            "autovacuum_max_workers=2",
            // its log comes to us line by line, without the statements and so without what is in them
            "logging_collector=off",
            "log_destination=stderr",
            "log_min_error_statement=panic",
            "log_line_prefix=%m [%p] ");

    /**
     * Finds the user to run PostgreSQL as, and the programs for it.
     *
     * @param folder locked by this process
     * @param wanted where the programs shall be; {@code null} for inside the data folder, or as root, whose data folder is
     *     closed to the user that PostgreSQL runs as, in a folder that all may read
     */
    static Cluster of(DataFolder folder, @Nullable Path wanted) throws IOException, InterruptedException {
        if (!DataFolder.isRoot()) {
            Binaries binaries = Binaries.in(wanted == null ? folder.path() : wanted.toAbsolutePath());
            if (wanted == null) {
                binaries.removeOthers();
            }
            return new Cluster(folder, binaries, null);
        }
        Unprivileged unprivileged =
                folder.hasCluster() ? Unprivileged.ownerOf(folder.cluster()) : Unprivileged.preferred();
        return new Cluster(folder, ReachableBinaries.find(unprivileged, wanted), unprivileged);
    }

    /**
     * Makes the data folder, which takes about a second; it is at its place when it is whole, not before.
     *
     * @param password of PostgreSQL's administrator
     * @throws DatabaseUnavailable when PostgreSQL refuses
     */
    void create(String password) throws IOException, InterruptedException {
        log.info("Making a new database in {}", folder.path());
        Path fresh = folder.newCluster();
        Path passwordFile = folder.path().resolve("password.initdb");
        Files.deleteIfExists(passwordFile);
        DataFolder.write(passwordFile, password);
        if (unprivileged != null) {
            unprivileged.own(fresh);
            unprivileged.own(passwordFile);
        }
        Process process = started(initdb(fresh, passwordFile));
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exitCode = process.waitFor();
        Files.delete(passwordFile);
        if (exitCode != 0) {
            throw DatabaseUnavailable.ended(words, folder.path());
        }
        folder.keep(fresh);
    }

    private Process started(List<String> initdb) {
        try {
            return Command.start(initdb);
        } catch (IOException problem) {
            throw DatabaseUnavailable.cannotRun(binaries.program("initdb"), problem);
        }
    }

    private List<String> initdb(Path data, Path passwordFile) {
        return run(
                "initdb",
                List.of(
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + (unprivileged == null ? passwordFile : Unprivileged.handed(1)),
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"),
                data,
                passwordFile);
    }

    /**
     * Makes sure that an existing data folder can be started: it is closed to others and, as root, belongs to the user that
     * PostgreSQL runs as, which a copy that was put back need not.
     *
     * @throws DatabaseUnavailable when it belongs to another user or another PostgreSQL
     */
    void check() throws IOException {
        folder.checkCluster(binaries.major());
        if (unprivileged != null && DataFolder.ownerOf(folder.cluster()) != unprivileged.user()) {
            unprivileged.own(folder.cluster());
        }
    }

    /** Starts the server, which may take its time to recover, and returns at once. */
    Process start(int port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            arguments.addAll(List.of("-c", setting));
        }
        return Command.startApart(run("postgres", arguments, folder.cluster()));
    }

    /** The command line that runs a command as the user that PostgreSQL runs as. */
    List<String> as(List<String> command) {
        return unprivileged == null ? command : unprivileged.run(command);
    }

    private List<String> run(String program, List<String> arguments, Path... files) {
        Path data = unprivileged == null ? files[0] : Unprivileged.handed(0);
        List<String> command = new ArrayList<>(List.of(binaries.program(program).toString(), "-D", data.toString()));
        command.addAll(arguments);
        return unprivileged == null ? command : unprivileged.run(command, files);
    }
}
