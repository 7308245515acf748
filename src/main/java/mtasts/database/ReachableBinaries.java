package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs for another user than root: where that user can run them, and nobody but root can change them. */
final class ReachableBinaries {

    private static final List<Path> FOR_ALL_TO_READ = List.of(
            Path.of("/var/cache/mta-sts-admin"), Path.of(System.getProperty("java.io.tmpdir"), "mta-sts-admin"));

    private ReachableBinaries() {}

    /**
     * Finds them, unpacked where need be, at the first place that will do.
     *
     * @param user shall run them
     * @param wanted tried first, and trusted, when one is given
     * @throws DatabaseUnavailable when there is no such place
     */
    static Binaries find(Unprivileged user, @Nullable Path wanted) throws IOException, InterruptedException {
        Path trusted = wanted == null ? null : wanted.toAbsolutePath();
        List<Path> places = new ArrayList<>(FOR_ALL_TO_READ);
        if (trusted != null) {
            places.addFirst(trusted);
        }
        String problem = "";
        for (Path place : places) {
            try {
                if (!Files.isDirectory(place)) {
                    Files.createDirectories(place);
                    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                if (!place.equals(trusted) && !isRootsAlone(place)) {
                    problem = place + " can be changed by others";
                    continue;
                }
                Binaries binaries = Binaries.in(place);
                Process trial = Command.start(
                        user.run(List.of(binaries.program("postgres").toString(), "--version")));
                problem = new String(trial.getInputStream().readAllBytes(), UTF_8).strip();
                if (trial.waitFor() == 0) {
                    return binaries;
                }
            } catch (IOException unusable) {
                problem = unusable.toString();
            }
        }
        throw problem.contains("Operation not permitted")
                ? DatabaseUnavailable.noUser(problem)
                : DatabaseUnavailable.cannotRun(places.getLast(), problem, null);
    }

    private static boolean isRootsAlone(Path folder) throws IOException {
        var permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && DataFolder.ownerOf(folder) == 0
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
