package mtasts.estate;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import mtasts.domain.TypedName;
import mtasts.job.Jobs.Given;
import mtasts.web.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of domains row by row: {@code domain,mx,tags}, or whatever columns a first row with the word {@code domain}
 * names. Of the rows only the names are kept, to find those that stand there twice.
 */
final class ImportReader implements Iterator<Given>, AutoCloseable {

    /** The most rows at once. */
    static final int MOST = 200_000;

    private static final int LONGEST_FIELD = 256 * 1024;

    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> lines = new HashMap<>();
    private @Nullable ImportColumns columns;
    private @Nullable CsvRecord next;
    private int rows;
    private long line;

    /** @throws UploadRefused here and later, when it cannot be read as a table */
    ImportReader(ImportFile file) throws IOException {
        records = CsvReader.builder()
                .fieldSeparator(file.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(file.open())
                .iterator();
        next = look();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Given next() {
        var record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        if (++rows > MOST) {
            throw new UploadRefused("import.many-rows", MOST);
        }
        var row = row(record);
        next = look();
        return new Given(Math.toIntExact(record.getStartingLineNumber()), FreeText.shown(row.domain()), row);
    }

    private ImportRow row(CsvRecord record) {
        var fields = record.getFields();
        var in = columns == null ? ImportColumns.USUAL : columns;
        var domain = in.domain(fields);
        int first = switch (TypedName.read(domain)) {
            case TypedName.Understood understood -> before(understood.name().ascii(), record);
            case TypedName.Offered offered -> before(offered.name().ascii(), record);
            case TypedName.Refused refused -> 0;
        };
        return new ImportRow(domain, in.mx(fields), in.tags(fields), ImportColumns.filled(fields), in.width(), first);
    }

    private int before(String name, CsvRecord record) {
        var before = lines.putIfAbsent(name, Math.toIntExact(record.getStartingLineNumber()));
        return before == null ? 0 : before;
    }

    /** The next row with anything in it; a first one that names the columns is none. */
    private @Nullable CsvRecord look() {
        try {
            while (records.hasNext()) {
                var record = records.next();
                line = record.getStartingLineNumber();
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns != null) {
                    return record;
                }
                columns = ImportColumns.of(record.getFields());
                if (columns == ImportColumns.USUAL) {
                    return record;
                }
            }
            return null;
        } catch (CsvParseException unreadable) {
            throw new UploadRefused("import.unreadable", line + 1);
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
