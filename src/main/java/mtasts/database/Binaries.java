package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the class path into a folder that is named after their version and platform.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    /**
     * Finds the programs in a folder, or unpacks them there: beside their place first, so that half of them is never
     * taken for all.
     *
     * @param parent where the folder of this version is or shall be; made where it is missing
     * @throws DatabaseUnavailable when nothing is packaged for this platform
     * @throws IOException when they cannot be written
     */
    static Binaries in(Path parent) throws IOException {
        URLConnection connection = packaged().openConnection();
        Binaries binaries = new Binaries(parent.resolve("postgresql-" + platform() + "-" + version(connection)));
        if (!Files.isDirectory(binaries.folder())) {
            binaries.unpack(connection);
        }
        return binaries;
    }

    /**
     * Finds what is packaged for this platform.
     *
     * @throws DatabaseUnavailable when nothing is
     */
    static URL packaged() {
        URL packed = Binaries.class.getClassLoader().getResource("postgres-" + platform() + ".txz");
        if (packed == null) {
            throw DatabaseUnavailable.noBinaries(platform());
        }
        return packed;
    }

    /** Removes other versions, and what was unpacked by half, from a folder that nobody else unpacks to. */
    void removeOthers() throws IOException {
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            for (Path other : beside.toList()) {
                if (other.getFileName().toString().matches("(postgresql|unpacking)-.*") && !other.equals(folder)) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }

    private void unpack(URLConnection packed) throws IOException {
        log.info("Unpacking PostgreSQL to {}: this is done once", folder);
        Files.createDirectories(folder.getParent());
        Path half = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (InputStream content = packed.getInputStream()) {
            Archive.unpack(content, half);
            letEverybodyEnter(half);
            try {
                Files.move(half, folder);
            } catch (IOException taken) {
                if (!Files.isDirectory(folder)) {
                    throw taken;
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void letEverybodyEnter(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path inner : files.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** PostgreSQL's major version as a data folder states it, for example {@code 18}. */
    String major() throws IOException {
        try (var lines = Files.lines(folder.resolve("share/postgresql/postgres.bki"), UTF_8)) {
            return lines.findFirst().orElse("").replace("# PostgreSQL ", "").strip();
        }
    }

    private static String version(URLConnection packed) throws IOException {
        return packed instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(packed.getContentLengthLong());
    }

    /** This platform as the packagers of the binaries write it, for example {@code linux-x86_64}. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "darwin" : system.replace(' ', '-')) + "-" + machine(machine);
    }

    private static String machine(String machine) {
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
    }
}
