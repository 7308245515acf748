package mtasts.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as when the application runs as root, which PostgreSQL refuses to be. It is handed its
 * data folder as an open file descriptor, so that the folders above may stay closed to it, and no privilege is kept.
 *
 * @param name as in {@code /etc/passwd}; PostgreSQL's own tools refuse a number without a name
 */
record Unprivileged(String name, int user, int group) {

    private static final Path PASSWD = Path.of("/etc/passwd");

    /** Users to choose from for a new data folder, best first. */
    private static final List<String> PREFERRED = List.of("mtasts", "nobody");

    /** The user for a new data folder. */
    static Unprivileged preferred() throws IOException {
        for (String name : PREFERRED) {
            Optional<Unprivileged> found = find(fields -> fields[0].equals(name));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw DatabaseUnavailable.noUser("there is no user nobody in " + PASSWD);
    }

    /** The user that owns an existing data folder; the preferred one where root does, as after a copy was restored. */
    static Unprivileged ownerOf(Path cluster) throws IOException {
        int owner = DataFolder.ownerOf(cluster);
        return owner == 0
                ? preferred()
                : find(fields -> fields[2].equals(Integer.toUnsignedString(owner)))
                        .orElseThrow(() -> DatabaseUnavailable.noUser(cluster + " belongs to the user number "
                                + Integer.toUnsignedString(owner) + ", who has no name here"));
    }

    private static Optional<Unprivileged> find(Predicate<String[]> wanted) throws IOException {
        if (!Files.isReadable(PASSWD)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(PASSWD)) {
            return lines.filter(line -> line.matches("[^:]+:[^:]*:\\d{1,10}:\\d{1,10}:.*"))
                    .map(line -> line.split(":"))
                    .filter(wanted)
                    .map(fields -> new Unprivileged(
                            fields[0], Integer.parseUnsignedInt(fields[2]), Integer.parseUnsignedInt(fields[3])))
                    .filter(found -> found.user() != 0)
                    .findFirst();
        }
    }

    /** Gives a file or a folder with all that is in it to this user. */
    void own(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /**
     * The command line that runs a command as this user.
     *
     * @param command may speak of the n-th of the given files as {@link #handed(int)}
     * @param files opened by root for the command
     */
    List<String> run(List<String> command, Path... files) {
        List<String> line = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (int n = 0; n < files.length; n++) {
            script.append("exec ").append(descriptor(n)).append("<\"$1\"; shift; ");
        }
        line.addAll(List.of("/bin/sh", "-c", script + "exec \"$@\"", "sh"));
        for (Path file : files) {
            line.add(file.toString());
        }
        line.addAll(change());
        line.addAll(command);
        return line;
    }

    /** Where a command that {@link #run} starts finds the n-th file that it was given. */
    static Path handed(int n) {
        return Path.of("/proc/self/fd/" + descriptor(n));
    }

    /** A shell can open 3 to 9 by name; low ones may be taken. */
    private static int descriptor(int n) {
        return 9 - n;
    }

    private List<String> change() {
        if (Command.installed("setpriv")) {
            return List.of(
                    "setpriv",
                    "--reuid=" + Integer.toUnsignedString(user),
                    "--regid=" + Integer.toUnsignedString(group),
                    "--clear-groups",
                    "--");
        }
        if (Command.installed("runuser")) {
            return List.of("runuser", "-u", name, "--");
        }
        if (Command.installed("su")) {
            return List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", name);
        }
        throw DatabaseUnavailable.noUser("setpriv, runuser and su are all missing");
    }
}
