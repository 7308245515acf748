package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mtasts.ChildApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.util.FileSystemUtils;

/** Tests of the embedded PostgreSQL alone, each on a data folder of its own that holds the table {@code saved}. */
abstract class OnAFolder {

    static final Path BINARIES = Path.of("target/postgresql").toAbsolutePath();
    private static final Path TEMPLATE = Path.of("target/postgres-tests/template");

    final Path folder = Path.of("target/postgres-tests/folder").toAbsolutePath();

    @BeforeEach
    void makeTheFolder() throws Exception {
        if (!Files.exists(TEMPLATE.resolve("made"))) {
            makeTheTemplate();
        }
        Process copying = new ProcessBuilder("cp", "-a", TEMPLATE.toString(), folder.toString()).start();
        assertThat(copying.waitFor()).isZero();
    }

    private static void makeTheTemplate() throws Exception {
        FileSystemUtils.deleteRecursively(TEMPLATE.getParent());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new DatabaseProperties(TEMPLATE, null, BINARIES))) {
            query(postgres, "create table saved (id integer primary key); insert into saved values (0) returning id");
        }
        Files.createFile(TEMPLATE.resolve("made"));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        if (Files.exists(folder.resolve("pg/postmaster.pid"))) {
            start().close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    EmbeddedPostgres start() {
        return EmbeddedPostgres.start(new DatabaseProperties(folder, null, BINARIES));
    }

    /** The same in a process of its own; see {@link PostgresAlone}. */
    ChildApplication child(String what, String... prefix) throws IOException {
        return child(ChildApplication.classPath(), folder, what, prefix);
    }

    static ChildApplication child(String classPath, Path folder, String what, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(prefix));
        command.addAll(ChildApplication.java(classPath, PostgresAlone.class));
        command.addAll(List.of(folder.toString(), BINARIES.toString(), what));
        return new ChildApplication(command, Map.of());
    }

    void assertRefused(String sentence) {
        assertThatThrownBy(this::start).isInstanceOf(DatabaseUnavailable.class).hasMessageContaining(sentence);
    }

    /** The server's process number while it runs. */
    long server() throws IOException {
        return LeftBehind.recordedIn(folder.resolve("pg")).orElseThrow();
    }

    static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        return query(postgres.url(), EmbeddedPostgres.NAME, postgres.password(), sql);
    }

    static String query(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
