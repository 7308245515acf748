package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mtasts.job.Jobs.Given;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.StsRecordReader;
import mtasts.web.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file with a policy a domain, as {@code <domain>/.well-known/mta-sts.txt}, {@code <domain>.txt} or {@code
 * mta-sts.<domain>.txt}, and tables that say the ids: {@code records.csv} of an export, or {@code domain,id,since,earlier}.
 * Nothing is unpacked anywhere: paths are names and nothing else, and what comes out is counted while it does.
 */
final class AdoptionArchive implements Iterator<Given>, AutoCloseable {

    static final int MOST = 100_000;

    /** Of all that is unpacked. */
    private static final long MOST_OCTETS = 256L * 1024 * 1024;

    private static final String RECORD = "_mta-sts.";

    /** What stands where a table of ids has an id, in a line about another record. */
    private static final Set<String> RECORD_TYPES = Set.of("TXT", "CNAME");

    private static final int LONGEST_LINE = 1_000;

    private final ZipFile zip;
    private final Map<String, List<String>> said = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Iterator<? extends ZipEntry> files;
    private long unpacked;
    private int number;

    /** @throws UploadRefused where it is no ZIP file, or holds no or too many files */
    AdoptionArchive(Path path) throws IOException {
        try {
            zip = new ZipFile(path.toFile(), UTF_8);
        } catch (IOException | IllegalArgumentException noZip) {
            throw new UploadRefused("adoption.no-zip");
        }
        try {
            if (zip.size() > MOST) {
                throw new UploadRefused("adoption.many-files", MOST);
            }
            var wanted =
                    named(".txt").map(entry -> key(domain(entry.getName()))).collect(Collectors.toSet());
            named(".csv").forEach(table -> table(table, wanted));
            files = named(".txt").iterator();
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    @Override
    public boolean hasNext() {
        return files.hasNext();
    }

    @Override
    public Given next() {
        var entry = files.next();
        var domain = domain(entry.getName());
        byte[] octets = read(entry, Policy.LONGEST + 1);
        var ids = said.getOrDefault(key(domain), List.of());
        number++;
        int first = Objects.requireNonNullElse(numbers.putIfAbsent(key(domain), number), 0);
        return new Given(
                number,
                FreeText.shown(key(domain)),
                new AdoptionRow(
                        domain, text(octets), octets.length, field(ids, 0), field(ids, 1), field(ids, 2), first));
    }

    private Stream<? extends ZipEntry> named(String end) {
        return zip.stream().filter((Predicate<ZipEntry>) entry -> isNamed(entry, end));
    }

    private static boolean isNamed(ZipEntry entry, String end) {
        var name = entry.getName();
        var last = last(name);
        return !entry.isDirectory()
                && last.toLowerCase(Locale.ROOT).endsWith(end)
                && !last.startsWith(".")
                && !name.startsWith("__MACOSX");
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The folder that the file lies in, or the file's own name. */
    static String domain(String path) {
        var last = last(path);
        if (last.equalsIgnoreCase("mta-sts.txt")) {
            var folders = Arrays.stream(path.split("[/\\\\]"))
                    .filter(folder -> !folder.isEmpty() && !folder.equals(".well-known"))
                    .toList();
            return folders.size() < 2 ? "" : shown(folders.get(folders.size() - 2));
        }
        return shown(last.substring(0, last.length() - 4));
    }

    private static String shown(String name) {
        var plain = name.replace("\0", "");
        return plain.length() > 300 ? plain.substring(0, 300) : plain;
    }

    /** Line by line, however long it is: of its lines those are kept that are about the files. */
    private void table(ZipEntry entry, Set<String> wanted) {
        try (var text = new BufferedReader(new InputStreamReader(open(entry), UTF_8))) {
            for (var line = line(text); line != null; line = line(text)) {
                if (line.length() <= LONGEST_LINE) {
                    say(line, wanted);
                }
            }
        } catch (IOException broken) {
            throw new UploadRefused("adoption.no-zip");
        }
    }

    /** The next line without its end, of a longer one what shows that it is too long; {@code null} after the last. */
    private static @Nullable String line(Reader text) throws IOException {
        int letter = text.read();
        if (letter < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; letter >= 0 && letter != '\n' && letter != '\r'; letter = text.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    private void say(String line, Set<String> wanted) {
        var fields = Arrays.stream(line.replace("\uFEFF", "").split("[,\t]", -1))
                .map(field -> field.strip().replace("\"", ""))
                .toList();
        var first = fields.getFirst();
        var domain = key(first.startsWith(RECORD) ? first.substring(RECORD.length()) : first);
        if (fields.size() < 2 || !wanted.contains(domain)) {
            return;
        }
        if (first.startsWith(RECORD)) {
            fields.stream()
                    .filter(field -> field.startsWith("v=STSv1"))
                    .flatMap(field -> StsRecordReader.read(field).value().stream())
                    .findFirst()
                    .ifPresent(record -> said.put(domain, List.of(record.id().text())));
        } else if (!RECORD_TYPES.contains(fields.get(1))) {
            said.putIfAbsent(domain, List.copyOf(fields.subList(1, Math.min(fields.size(), 4))));
        }
    }

    private byte[] read(ZipEntry entry, int most) {
        try (var content = open(entry)) {
            return content.readNBytes(most);
        } catch (IOException broken) {
            throw new UploadRefused("adoption.no-zip");
        }
    }

    private InputStream open(ZipEntry entry) throws IOException {
        return new Counted(zip.getInputStream(entry));
    }

    /** Counts what comes out of all files. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int octets = super.read(into, from, length);
            count(Math.max(octets, 0));
            return octets;
        }

        private void count(int octets) {
            unpacked += octets;
            if (unpacked > MOST_OCTETS) {
                throw new UploadRefused("adoption.too-much", MOST_OCTETS / 1024 / 1024);
            }
        }
    }

    /** Empty where it is no text that can be kept. */
    private static String text(byte[] octets) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.indexOf('\0') < 0 && octets.length <= Policy.LONGEST ? text : "";
        } catch (CharacterCodingException noText) {
            return "";
        }
    }

    private static String key(String domain) {
        var lower = domain.toLowerCase(Locale.ROOT);
        return lower.startsWith("mta-sts.") ? lower.substring("mta-sts.".length()) : lower;
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
