package mtasts.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** A program that starts the embedded PostgreSQL and nothing else. */
final class PostgresAlone {

    private PostgresAlone() {}

    /**
     * Arguments: the data folder, the binaries' folder, and what to do then: {@code write} one row after another for ever,
     * {@code wait} until the input ends, or {@code fill} the disk and start once more.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        DatabaseProperties properties = new DatabaseProperties(folder, null, Path.of(arguments[1]));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(properties)) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            System.out.println("running on " + postgres.url());
            switch (arguments[2]) {
                case "write" -> write(postgres);
                case "wait" -> System.in.read();
                case "fill" -> postgres.close();
                default -> throw new IllegalArgumentException(arguments[2]);
            }
        } catch (DatabaseUnavailable problem) {
            System.out.println("refused: " + problem.getMessage());
        }
        if (arguments[2].equals("fill")) {
            fill(folder.resolve("filling"));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(properties)) {
                System.out.println("running on a full disk: " + postgres.url());
            } catch (DatabaseUnavailable problem) {
                System.out.println("refused: " + problem.getMessage());
            }
            Files.delete(folder.resolve("filling"));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(properties)) {
                System.out.println("at last running on " + postgres.url());
            }
        }
    }

    private static void write(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.NAME, postgres.password());
                PreparedStatement insert = connection.prepareStatement("insert into saved values (?)")) {
            for (int id = 1; ; id++) {
                insert.setInt(1, id);
                insert.executeUpdate();
                System.out.println("saved " + id);
            }
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] zeros = new byte[4096];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            System.out.println("the disk is full: " + full.getMessage());
        }
    }
}
