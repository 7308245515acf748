package mtasts.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mtasts.web.Csv;
import mtasts.web.Format;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policies of any number of domains in one ZIP file, each where a web server looks for it: {@code
 * <domain>/.well-known/mta-sts.txt}, byte for byte what was published last; and all DNS records, as {@code records.csv} and
 * as {@code records.zone}. It is written as it is read, some domains at a time, in statements of their own, so that whoever
 * reads slowly holds nothing up.
 */
@Component
public class PolicyArchive {

    /** What a request for it is answered with. */
    public static final String NAME = "mta-sts.zip";

    private static final int AT_ONCE = 1_000;
    private static final int BUFFER = 64 * 1024;

    private final ArchivedDomains domains;
    private final Format format;
    private final Wording wording;
    private final Clock clock;

    PolicyArchive(ArchivedDomains domains, Format format, Wording wording, Clock clock) {
        this.domains = domains;
        this.format = format;
        this.wording = wording;
        this.clock = clock;
    }

    /** Which domains are meant. */
    public interface Selection {

        /**
         * The next names in their order; those that are not registered any more are left out of the archive.
         *
         * @param name the last one given before, empty for the first
         * @param most how many, at least one; fewer are the last
         */
        List<String> after(String name, int most);
    }

    /**
     * Writes it, in the language of the request where a comment has words.
     *
     * @param into stays open
     * @throws IOException when what was to take it does not
     */
    public void write(Selection selection, OutputStream into) throws IOException {
        var now = clock.instant();
        var zip = new ZipOutputStream(new BufferedOutputStream(into, BUFFER), UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        try (var csv = new Spool();
                var zone = new Spool()) {
            csv.write(Csv.BOM + RecordsCsv.HEAD);
            zone.write(ZoneText.comment(wording.text(Words.of("export.zone.heading-all", format.exact(now)))));
            each(selection, now, domain -> {
                policy(zip, domain);
                csv.write(RecordsCsv.lines(domain.records()));
                zone.write(ZoneText.lines(domain.records(), wording::text));
            });
            table(zip, "records.csv", csv, now);
            table(zip, "records.zone", zone, now);
        }
        zip.finish();
        zip.flush();
    }

    /**
     * Writes the records alone as one table.
     *
     * @param into stays open
     * @throws IOException when what was to take it does not
     */
    public void writeRecords(Selection selection, Writer into) throws IOException {
        into.write(Csv.BOM + RecordsCsv.HEAD);
        each(selection, clock.instant(), domain -> into.write(RecordsCsv.lines(domain.records())));
    }

    /** Takes one domain after the other. */
    private interface Taking {
        void take(ArchivedDomains.Archived domain) throws IOException;
    }

    private void each(Selection selection, Instant now, Taking taking) throws IOException {
        for (var names = selection.after("", AT_ONCE); !names.isEmpty(); names = next(selection, names)) {
            for (var domain : domains.of(names, now)) {
                taking.take(domain);
            }
        }
    }

    private static List<String> next(Selection selection, List<String> names) {
        return names.size() < AT_ONCE ? List.of() : selection.after(names.getLast(), AT_ONCE);
    }

    /** Stored as it is: so short a text does not get shorter. */
    private static void policy(ZipOutputStream zip, ArchivedDomains.Archived domain) throws IOException {
        @Nullable String text = domain.text();
        if (text == null) {
            return;
        }
        byte[] octets = text.getBytes(UTF_8);
        var checksum = new CRC32();
        checksum.update(octets);
        var entry = entry(domain.name() + "/.well-known/mta-sts.txt", domain.publishedAt());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(octets.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(octets);
        zip.closeEntry();
    }

    private static void table(ZipOutputStream zip, String name, Spool spool, Instant now) throws IOException {
        zip.putNextEntry(entry(name, now));
        spool.writeTo(zip);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name, Instant at) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        return entry;
    }
}
