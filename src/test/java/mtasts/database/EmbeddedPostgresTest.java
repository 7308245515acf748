package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import mtasts.ChildApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTest extends OnAFolder {

    @Test
    void whatIsAcknowledgedIsOnTheDisk() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(query(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void itListensOnThisMachineAloneAndWantsThePassword() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(asSuperuser(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(asSuperuser(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(asSuperuser(postgres, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), EmbeddedPostgres.NAME, "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theApplicationsRoleHasItsDatabaseAndNoMore() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(
                            postgres,
                            "select rolsuper or rolcreaterole or rolcreatedb from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(query(postgres, "create extension pg_trgm; select 'created'"))
                    .isEqualTo("created");
        }
    }

    @Test
    void theDataFolderIsItsOwnersAlone() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        try (EmbeddedPostgres postgres = start()) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("pg"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("log"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("password")).strip())
                    .hasSizeGreaterThan(30)
                    .isEqualTo(postgres.password());
        }
    }

    @Test
    void aStopLeavesNothingRunning() throws Exception {
        EmbeddedPostgres postgres = start();
        long server = server();
        postgres.close();
        postgres.close();

        assertThat(ProcessHandle.of(server)).isEmpty();
        assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();
    }

    @Test
    void whatWasSavedIsThereAfterTheNextStart() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            query(postgres, "insert into saved values (7) returning id");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "select max(id) from saved")).isEqualTo("7");
        }
    }

    @Test
    void aCopyOfTheFolderIsABackup() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolveSibling("copy"));
        FileSystemUtils.copyRecursively(folder, folder.resolveSibling("copy"));
        FileSystemUtils.deleteRecursively(folder);
        Files.move(folder.resolveSibling("copy"), folder);

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "select id from saved")).isEqualTo("0");
            assertThat(permissions(folder.resolve("pg"))).isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0\0", "12"})
    void aRecordOfTheServerThatACrashSpoiltIsNoHindrance(String content) throws Exception {
        Files.writeString(folder.resolve("pg/postmaster.pid"), content);
        start().close();
    }

    @Test
    void aServerThatDiesIsStartedAgainOnItsPort() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            long first = server();
            Command.signal("KILL", first);
            ProcessHandle.of(first).ifPresent(handle -> handle.onExit().join());

            assertThat(queryUntilItAnswers(postgres, "select id from saved")).isEqualTo("0");
        }
    }

    @Test
    void afterAKillOfTheApplicationAllThatWasAcknowledgedIsThere() throws Exception {
        assertKept(killWhileWriting(false));
    }

    @Test
    void afterAKillOfTheApplicationAndTheServerAllThatWasAcknowledgedIsThere() throws Exception {
        assertKept(killWhileWriting(true));
    }

    private int killWhileWriting(boolean serverToo) throws Exception {
        try (ChildApplication child = child("write")) {
            child.await("saved 200");
            child.kill();
            if (serverToo) {
                Command.signal("KILL", server());
            }
            return (int) child.output().stream()
                    .filter(line -> line.startsWith("saved "))
                    .count();
        }
    }

    private void assertKept(int acknowledged) throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "select count(*) - 1 = max(id) from saved"))
                    .isEqualTo("t");
            assertThat(Integer.parseInt(query(postgres, "select max(id) from saved")))
                    .isBetween(acknowledged, acknowledged + 1);
        }
    }

    private static String asSuperuser(EmbeddedPostgres postgres, String sql) throws SQLException {
        return query(postgres.url(), Cluster.SUPERUSER, postgres.password(), sql);
    }

    private static String queryUntilItAnswers(EmbeddedPostgres postgres, String sql) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return query(postgres, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.yield();
            }
        }
    }
}
