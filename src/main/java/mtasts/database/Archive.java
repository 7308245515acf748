package mtasts.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** A tar archive packed with xz, as the PostgreSQL binaries come: plain ustar with files, folders and symbolic links. */
final class Archive {

    private static final int BLOCK = 512;

    private Archive() {}

    /**
     * Unpacks an archive that is trusted to be ours.
     *
     * @param packed read to the end of the archive, not closed
     * @param folder an existing folder to unpack to
     * @throws IOException when the archive is broken, of another form, or cannot be written
     */
    static void unpack(InputStream packed, Path folder) throws IOException {
        InputStream tar = new BufferedInputStream(new XZInputStream(packed), 1 << 16);
        for (byte[] header = block(tar); header[0] != 0; header = block(tar)) {
            String prefix = text(header, 345, 155);
            String name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
            Path target = folder.resolve(name).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("an archive entry leaves its folder: " + name);
            }
            long size = number(header, 124, 12);
            Files.createDirectories(target.getParent());
            switch (header[156]) {
                case '0', 0 -> writeFile(tar, target, size, (number(header, 100, 8) & 0100) != 0);
                case '2' -> Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
                case '5' -> Files.createDirectories(target);
                default -> throw new IOException("an archive entry of unknown kind: " + name);
            }
        }
    }

    private static void writeFile(InputStream tar, Path target, long size, boolean program) throws IOException {
        try (InputStream content = new Bounded(tar, size)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }

    private static byte[] block(InputStream tar) throws IOException {
        byte[] block = tar.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive ends too early");
        }
        return block;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, UTF_8);
    }

    private static long number(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }

    /** The next bytes of a stream, exactly as many as were promised; closing it leaves the stream open. */
    private static final class Bounded extends InputStream {

        private final InputStream source;
        private long left;

        Bounded(InputStream source, long left) {
            this.source = source;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = source.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the archive ends too early");
            }
            left -= count;
            return count;
        }
    }
}
