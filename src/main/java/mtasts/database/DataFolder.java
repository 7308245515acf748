package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folder with all that is to be kept: one application's at a time, and its owner's alone. */
final class DataFolder implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes a folder for this process, until it is closed or the process ends in whatever way.
     *
     * @param folder made where it is missing
     * @throws DatabaseUnavailable when another process has it, or it is not ours to use
     */
    static DataFolder open(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        Files.createDirectories(path.getParent());
        if (!Files.exists(path)) {
            Files.createDirectory(path, OWNER_ONLY_FOLDER);
        } else if (!Files.isDirectory(path)) {
            throw DatabaseUnavailable.noFolder(path);
        }
        Path real = path.toRealPath();
        refuseStrangers(real);
        DataFolder opened = new DataFolder(real, FolderLock.take(real));
        try {
            opened.closeToOthers(real);
            return opened;
        } catch (IOException problem) {
            opened.close();
            throw problem;
        }
    }

    private static void refuseStrangers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            if (!names.isEmpty() && !names.contains(FolderLock.FILE)) {
                names.stream()
                        .filter(name -> !name.equals("lost+found"))
                        .findFirst()
                        .ifPresent(stranger -> {
                            throw DatabaseUnavailable.notOurFolder(folder, stranger);
                        });
            }
        }
    }

    private void closeToOthers(Path folder) throws IOException {
        if (isRoot() || ownerOf(folder) == user()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path path() {
        return path;
    }

    /** PostgreSQL's own data folder; exists once it was made whole. */
    Path cluster() {
        return path.resolve("pg");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    /**
     * Makes PostgreSQL's data folder fit to be started: ours, and closed to all others, as a copy put back may not be.
     *
     * @throws DatabaseUnavailable when it belongs to another user or another PostgreSQL
     */
    void checkCluster(String major) throws IOException {
        int owner = ownerOf(cluster());
        if (!isRoot() && owner != user()) {
            throw DatabaseUnavailable.owner(cluster(), nameOf(cluster()), System.getProperty("user.name"));
        }
        closeToOthers(cluster());
        String found = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw DatabaseUnavailable.otherMajor(path, found, major);
        }
    }

    /** An empty folder to make a cluster in, which then moves to its place. */
    Path newCluster() throws IOException {
        Path fresh = path.resolve("pg.new");
        FileSystemUtils.deleteRecursively(fresh);
        return Files.createDirectory(fresh, OWNER_ONLY_FOLDER);
    }

    /** Moves a cluster that is whole to its place, so that a power cut leaves it there. */
    void keep(Path fresh) throws IOException {
        Files.move(fresh, cluster());
        try (FileChannel entries = FileChannel.open(path, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /** Where PostgreSQL's log goes. */
    Path log() throws IOException {
        Path log = path.resolve("log");
        return Files.isDirectory(log) ? log : Files.createDirectory(log, OWNER_ONLY_FOLDER);
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /**
     * The password of this folder's database; made up before the database is.
     *
     * @throws DatabaseUnavailable when it is missing and the database is not
     */
    String password() throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        if (hasCluster()) {
            throw DatabaseUnavailable.password(passwordFile(), null);
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(passwordFile(), password);
        return password;
    }

    /** Writes a file that only its owner can read, so that it is on the disk when this returns. */
    static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY_FILE)) {
            ByteBuffer bytes = UTF_8.encode(text + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static boolean isRoot() {
        return user() == 0;
    }

    private static int user() {
        return (int) new UnixSystem().getUid();
    }

    static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static String nameOf(Path path) throws IOException {
        return Files.getOwner(path).getName();
    }

    /** Lets another process have the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
