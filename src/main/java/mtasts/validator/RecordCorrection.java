package mtasts.validator;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.StsRecordReader;

/** Writes an {@code _mta-sts} record as it was meant, as far as that is certain (RFC 8461 §3.1). An id is never made up. */
final class RecordCorrection {

    /** Each round puts right what the one before laid bare. */
    private static final int MOST_ROUNDS = 8;

    /** A longer text is no record that anybody wrote. */
    private static final int LONGEST = 4_096;

    private static final Pattern QUOTES = Pattern.compile("^[\\s\"'“”]++|[\\s\"'“”]++$");
    private static final Pattern VERSION =
            Pattern.compile("^v\\s*+=\\s*+STSv1(?![0-9A-Za-z])", Pattern.CASE_INSENSITIVE);

    private RecordCorrection() {}

    /** The record as it was meant, where there is something to put right. */
    static Optional<Corrected> of(String record) {
        if (record.length() > LONGEST) {
            return Optional.empty();
        }
        var mends = new Mends();
        var bare = QUOTES.matcher(record).replaceAll("");
        if (!bare.equals(record.strip())) {
            mends.add(Mend.QUOTES, 0);
        } else if (!bare.equals(record)) {
            mends.add(Mend.SPACE, 0);
        }
        var text = VERSION.matcher(bare).replaceFirst("v=STSv1");
        if (!text.equals(bare)) {
            mends.add(Mend.RECORD_VERSION, 0);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var mended = mended(text);
            if (mended.equals(text)) {
                break;
            }
            mends.add(Mend.RECORD_FIELDS, 0);
            text = mended;
        }
        var after = StsRecordReader.read(text);
        return mends.isEmpty() || !text.startsWith("v=STSv1")
                ? Optional.empty()
                : Optional.of(Corrected.of(text, mends, after));
    }

    /** With every remedy that is as mechanical as that, from the last to the first. */
    private static String mended(String text) {
        var mended = new StringBuilder(text);
        int end = text.length();
        for (var finding : StsRecordReader.read(text).findings().stream()
                .filter(finding ->
                        finding.remedy().isPresent() && finding.place().column() > 0)
                .sorted(Comparator.comparing(Finding::place).reversed())
                .toList()) {
            int from = finding.place().column() - 1;
            int to = from + finding.place().length();
            if (to <= end) {
                mended.replace(from, to, finding.remedy().orElseThrow());
                end = from;
            }
        }
        return mended.toString();
    }
}
