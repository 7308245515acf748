package mtasts.export;

import java.util.List;
import mtasts.web.Words;

/** Records as lines of a zone file (RFC 1035 §5.1), with absolute names. */
final class ZoneText {

    private static final int LONGEST_STRING = 255;

    private ZoneText() {}

    /** What a comment says, in the reader's language. */
    interface Wording {
        String text(Words words);
    }

    /**
     * One line a record, after a comment where it is to be changed or not yet; for a record without a value a comment
     * that says what is missing.
     *
     * @param heading the comment at the top
     */
    static String of(Words heading, List<DnsRecord> records, Wording wording) {
        return comment(wording.text(heading)) + lines(records, wording);
    }

    /** The same without the comment at the top. */
    static String lines(List<DnsRecord> records, Wording wording) {
        StringBuilder zone = new StringBuilder(256);
        for (DnsRecord record : records) {
            String value = record.value();
            if (record.change() != null) {
                zone.append(comment(record.name() + ": " + wording.text(record.change())));
            }
            if (value != null) {
                zone.append(record.name()).append(".\t").append(DnsRecord.TTL).append("\tIN\t");
                zone.append(record.kind().type())
                        .append('\t')
                        .append(data(record.kind(), value))
                        .append('\n');
            } else if (record.missing() != null) {
                zone.append(comment(record.name() + ": " + wording.text(record.missing())));
            }
        }
        return zone.toString();
    }

    private static String data(DnsRecord.Kind kind, String value) {
        return switch (kind) {
            case POLICY, REPORTS -> quoted(value);
            case POLICY_HOST -> value;
        };
    }

    /** Character strings of at most 255 octets, which readers join again without a space (RFC 7208 §3.3). */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && i % LONGEST_STRING == 0) {
                quoted.append("\" \"");
            }
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\');
            }
            quoted.append(letter);
        }
        return quoted.append('"').toString();
    }

    static String comment(String text) {
        return "; " + text.replaceAll("\\R", " ") + "\n";
    }
}
