package mtasts.estate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was sent, and how it is to be read: its characters from a byte order mark, else UTF-8 where it is that, else
 * Windows-1252; its fields from the first comma, semicolon or tab outside quotation marks.
 *
 * @param hash of its octets
 */
record ImportFile(Path path, Charset charset, char separator, String hash) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int ENOUGH = 256 * 1024;
    private static final char BOM = '\uFEFF';

    static ImportFile of(Path path) throws IOException {
        var digest = sha256();
        var charset = charset(path, digest);
        return new ImportFile(
                path, charset, separator(path, charset), HexFormat.of().formatHex(digest.digest()));
    }

    /** Its text without byte order mark. */
    Reader open() throws IOException {
        return open(path, charset);
    }

    private static Reader open(Path path, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset), 64 * 1024);
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    private static Charset charset(Path path, MessageDigest digest) throws IOException {
        try (var octets = new DigestInputStream(Files.newInputStream(path), digest)) {
            var marked = marked(octets.readNBytes(2));
            boolean utf8 = isUtf8(path);
            octets.transferTo(OutputStream.nullOutputStream());
            return marked != null ? marked : utf8 ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    private static @Nullable Charset marked(byte[] two) {
        if (two.length < 2) {
            return null;
        }
        return switch ((two[0] & 0xFF) << 8 | (two[1] & 0xFF)) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    private static boolean isUtf8(Path path) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream octets = Files.newInputStream(path);
                var text = new InputStreamReader(octets, strict)) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static char separator(Path path, Charset charset) throws IOException {
        try (var text = open(path, charset)) {
            boolean quoted = false;
            for (int i = 0, letter = text.read(); letter >= 0 && i < ENOUGH; i++, letter = text.read()) {
                if (letter == '"') {
                    quoted = !quoted;
                } else if (!quoted && (letter == ',' || letter == ';' || letter == '\t')) {
                    return (char) letter;
                }
            }
            return ',';
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
