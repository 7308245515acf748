package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mtasts.job.Jobs.Given;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.StsRecordReader;

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
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TABLE = 16 * 1024 * 1024;

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
            for (var table :
                    zip.stream().filter(entry -> isNamed(entry, ".csv")).toList()) {
                table(table);
            }
            files = zip.stream()
                    .filter((Predicate<ZipEntry>) entry -> isNamed(entry, ".txt"))
                    .iterator();
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
                domain,
                new AdoptionRow(
                        domain, text(octets), octets.length, field(ids, 0), field(ids, 1), field(ids, 2), first));
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

    private void table(ZipEntry entry) {
        var text = new String(read(entry, LONGEST_TABLE), UTF_8);
        text.lines().filter(line -> line.length() <= LONGEST_LINE).forEach(line -> {
            var fields = Arrays.stream(line.replace("\uFEFF", "").split("[,\t]", -1))
                    .map(field -> field.strip().replace("\"", ""))
                    .toList();
            if (fields.getFirst().startsWith(RECORD)) {
                fields.stream()
                        .filter(field -> field.startsWith("v=STSv1"))
                        .flatMap(field -> StsRecordReader.read(field).value().stream())
                        .findFirst()
                        .ifPresent(record -> said.put(
                                key(fields.getFirst().substring(RECORD.length())),
                                List.of(record.id().text())));
            } else if (fields.size() > 1) {
                said.putIfAbsent(key(fields.getFirst()), fields.subList(1, fields.size()));
            }
        });
    }

    private byte[] read(ZipEntry entry, int most) {
        try (var content = zip.getInputStream(entry)) {
            byte[] octets = content.readNBytes(most);
            unpacked += octets.length;
            if (unpacked > MOST_OCTETS) {
                throw new UploadRefused("adoption.too-much", MOST_OCTETS / 1024 / 1024);
            }
            return octets;
        } catch (IOException broken) {
            throw new UploadRefused("adoption.no-zip");
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
