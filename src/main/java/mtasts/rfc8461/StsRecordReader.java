package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the {@code _mta-sts} TXT record (RFC 8461 §3.1). In the places of findings the line is the number of the record
 * within its set, and the column counts over its joined strings.
 */
public final class StsRecordReader {

    private static final String BEGINNING = "v=STSv1;";

    private StsRecordReader() {}

    /** Reads one record by the grammar alone, its strings already joined. */
    public static Reading<StsRecord> read(String record) {
        return read((CharSequence) record);
    }

    static Reading<StsRecord> read(CharSequence record) {
        return new StsRecordFields(record, 1).read();
    }

    /** Reads one record by the grammar alone; its strings are joined without spaces. */
    public static Reading<StsRecord> read(List<String> strings) {
        return read(String.join("", strings));
    }

    /**
     * Reads all TXT records at the name, each as its strings. Of several, those that do not begin with {@code v=STSv1;}
     * are set aside, and exactly one must remain.
     */
    public static Reading<StsRecord> readSet(List<List<String>> records) {
        List<String> texts =
                records.stream().map(strings -> String.join("", strings)).toList();
        int[] candidates = IntStream.range(0, texts.size())
                .filter(i -> texts.size() == 1 || texts.get(i).startsWith(BEGINNING))
                .toArray();
        return switch (candidates.length) {
            case 0 -> new Reading.Refused<>(withoutCandidate(texts));
            case 1 -> one(texts.get(candidates[0]), candidates[0] + 1);
            default -> refused(RecordWords.MANY.at(Place.NONE, Integer.toString(candidates.length)));
        };
    }

    private static Reading<StsRecord> one(String text, int number) {
        return isAlike(text)
                ? new StsRecordFields(text, number).read()
                : refused(RecordWords.UNRELATED.at(new Place(number, 1, text.length()), text));
    }

    private static List<Finding> withoutCandidate(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of(RecordWords.NONE.at(Place.NONE));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (isAlike(texts.get(i))) {
                Place place = new Place(i + 1, 1, texts.get(i).length());
                findings.add(RecordWords.SET_ASIDE.at(place, texts.get(i)));
            }
        }
        return findings.isEmpty() ? List.of(RecordWords.UNRELATED.at(Place.NONE, texts.get(0))) : findings;
    }

    /** Whether somebody seems to have meant an MTA-STS record. */
    private static boolean isAlike(String text) {
        String lower = Ascii.lower(text);
        return lower.contains("stsv") || lower.startsWith("id=") || lower.isBlank();
    }

    private static Reading<StsRecord> refused(Finding finding) {
        return new Reading.Refused<>(List.of(finding));
    }
}
