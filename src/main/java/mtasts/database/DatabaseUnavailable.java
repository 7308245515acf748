package mtasts.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why there is no database, in one sentence for the person at the console that says what to do. */
class DatabaseUnavailable extends RuntimeException {

    private static final String WRONG_PASSWORD = "28P01";

    private DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static DatabaseUnavailable inUse(Path folder, String holder) {
        return new DatabaseUnavailable(
                "The data folder %s is in use by another MTA-STS Admin (process %s): stop that one, or give this one a folder of its own with MTASTS_DATABASE_FOLDER (mtasts.database.folder)."
                        .formatted(folder, holder),
                null);
    }

    static DatabaseUnavailable notOurFolder(Path folder, String stranger) {
        return new DatabaseUnavailable(
                "The data folder %s holds other files (%s): give MTA-STS Admin a folder of its own with MTASTS_DATABASE_FOLDER (mtasts.database.folder)."
                        .formatted(folder, stranger),
                null);
    }

    static DatabaseUnavailable noFolder(Path path) {
        return new DatabaseUnavailable(
                "%s is no folder: give MTA-STS Admin another one with MTASTS_DATABASE_FOLDER (mtasts.database.folder)."
                        .formatted(path),
                null);
    }

    static DatabaseUnavailable denied(Path path, String user, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The user %s may not use %s: start MTA-STS Admin as the user who owns it, or give it to %s with chown -R."
                        .formatted(user, path, user),
                cause);
    }

    static DatabaseUnavailable owner(Path folder, String owner, String user) {
        return new DatabaseUnavailable(
                "The data folder %s belongs to %s and MTA-STS Admin runs as %s: start it as %s, or give the folder to %s with chown -R."
                        .formatted(folder, owner, user, owner, user),
                null);
    }

    static DatabaseUnavailable diskFull(Path folder, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "There is no space left on the disk of %s: make room, then start again; nothing that was saved is lost."
                        .formatted(folder),
                cause);
    }

    static DatabaseUnavailable otherMajor(Path folder, String found, String brought) {
        return new DatabaseUnavailable(
                "The data folder %s was made by PostgreSQL %s and this release brings PostgreSQL %s: start the release of MTA-STS Admin that made it, or run a PostgreSQL %s of your own on the folder and name it in SPRING_DATASOURCE_URL."
                        .formatted(folder, found, brought, found),
                null);
    }

    static DatabaseUnavailable noBinaries(String platform) {
        return new DatabaseUnavailable(
                "This jar brings no PostgreSQL for %s: name a PostgreSQL of your own in SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                        .formatted(platform),
                null);
    }

    static DatabaseUnavailable cannotRun(Path program, String reason, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The packaged PostgreSQL at %s cannot be run here (%s): name a folder on a disk that allows programs with mtasts.database.binaries, or a PostgreSQL of your own in SPRING_DATASOURCE_URL."
                        .formatted(program, reason),
                cause);
    }

    /** From the exception of a program that could not be started, whose last words are the system's. */
    static DatabaseUnavailable cannotRun(Path program, IOException cause) {
        String lastWords = String.valueOf(cause.getMessage())
                .replaceFirst("(?s).*(, |\\()", "")
                .replace(")", "");
        return cannotRun(program, lastWords.strip(), cause);
    }

    static DatabaseUnavailable noUser(String reason) {
        return new DatabaseUnavailable(
                "PostgreSQL does not run as root and no other user can be taken for it (%s): start MTA-STS Admin as an ordinary user."
                        .formatted(reason),
                null);
    }

    static DatabaseUnavailable password(Path file, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The password in %s does not open the database beside it: put back the file that belongs to this data folder."
                        .formatted(file),
                cause);
    }

    static DatabaseUnavailable leftBehind(long pid) {
        return new DatabaseUnavailable(
                "A PostgreSQL that an earlier start left behind (process %d) does not end: stop it, then start again."
                        .formatted(pid),
                null);
    }

    /** Reads from what PostgreSQL said at its end why it ended. */
    static DatabaseUnavailable ended(String lastWords, Path folder) {
        if (lastWords.contains("No space left on device")) {
            return diskFull(folder, null);
        }
        String reason = lastWords
                .lines()
                .filter(line -> line.contains("FATAL") || line.contains("error") || line.contains("PANIC"))
                .reduce((earlier, later) -> later)
                .or(() -> lastWords.lines().reduce((earlier, later) -> later))
                .orElse("it said nothing");
        return new DatabaseUnavailable(
                "PostgreSQL did not start on %s: %s (its log is in %s)."
                        .formatted(folder, reason, folder.resolve("log")),
                null);
    }

    /** Reads from the server's refusal what is wrong with the data folder. */
    static DatabaseUnavailable failed(Path folder, SQLException cause) {
        return WRONG_PASSWORD.equals(cause.getSQLState())
                ? password(folder.resolve("password"), cause)
                : new DatabaseUnavailable(
                        "The database in %s cannot be used: %s.".formatted(folder, cause.getMessage()), cause);
    }

    /** Reads from a failed access to the data folder what is wrong with it. */
    static DatabaseUnavailable failed(Path folder, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
            return diskFull(folder, cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied(Path.of(denied.getFile()), System.getProperty("user.name"), cause);
        }
        return new DatabaseUnavailable(
                "The data folder %s cannot be used: %s."
                        .formatted(folder, cause instanceof FileSystemException ? cause : cause.getMessage()),
                cause);
    }

    /** The one cause that may pass by itself. */
    static final class PortTaken extends DatabaseUnavailable {

        PortTaken(int port) {
            super(
                    "The port %d on 127.0.0.1 is taken by another program: choose another with mtasts.database.port, or leave that setting out and a free one is found."
                            .formatted(port),
                    null);
        }
    }
}
