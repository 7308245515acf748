package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a folder for this process: the system lets go of it when the process ends, in whatever way. */
final class FolderLock implements AutoCloseable {

    /** Its name in the folder; it says which process holds it. */
    static final String FILE = "lock";

    /** Folders that this process holds: to open their file a second time, even to read it, would give the lock away. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param folder by its real path
     * @throws DatabaseUnavailable when this process or another has it
     */
    static FolderLock take(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            throw DatabaseUnavailable.inUse(
                    folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(folder, lock(folder));
        } catch (IOException | RuntimeException problem) {
            HELD.remove(folder);
            throw problem;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                DataFolder.OWNER_ONLY_FILE);
        try {
            if (channel.tryLock() == null) {
                throw DatabaseUnavailable.inUse(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return channel;
        } catch (IOException | RuntimeException problem) {
            channel.close();
            throw problem;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
