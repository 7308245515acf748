package mtasts.export;

import java.util.Locale;
import mtasts.web.Mark;
import mtasts.web.RecordView;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One DNS record that a domain needs.
 *
 * @param name its absolute name, without the final dot
 * @param value what goes into it, a host name with its final dot; {@code null} as long as somebody has to say something first
 * @param missing what to say, and where; {@code null} when there is a value
 * @param act what is to be done with it, in one word
 * @param change what is to be done with it now, or not yet; {@code null} where it only has to be there
 * @param purpose what it is for
 */
public record DnsRecord(
        Kind kind,
        String name,
        @Nullable String value,
        @Nullable Words missing,
        Act act,
        @Nullable Words change,
        Words purpose) {

    /** How long resolvers may hold a record, in seconds: so long does a change take to be seen (RFC 8461 §8.1). */
    public static final int TTL = 3600;

    /** What it says. */
    public enum Kind {
        /** There is a policy, and this is its id. */
        POLICY("id", "TXT"),
        /** Where the policy host is. */
        POLICY_HOST("host", "CNAME"),
        /** Where TLS reports go. */
        REPORTS("reports", "TXT");

        private final String text;
        private final String type;

        Kind(String text, String type) {
            this.text = text;
            this.type = type;
        }

        /** Its name in pages and messages. */
        String text() {
            return text;
        }

        /** The type of the record. */
        public String type() {
            return type;
        }
    }

    /** What is to be done with a record. */
    public enum Act {
        /** It was not there yet, as far as anybody said. */
        CREATE,
        /** It said something else when it was confirmed. */
        CHANGE,
        /** It stays as it was confirmed. */
        KEEP,
        /** It stays as it is until something else was done. */
        LEAVE,
        /** It has no value yet. */
        WAIT,
        /** Nobody needs it any more. */
        DELETE;

        /** Its name in the API. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For the fragment that shows records with a button to copy each part. */
    public RecordView view() {
        return view(change);
    }

    /** The same without what is to be done with it. */
    public RecordView viewAlone() {
        return view(null);
    }

    private RecordView view(@Nullable Words change) {
        var mark = change == null ? null : Mark.ADVICE;
        return new RecordView("record-" + kind.text(), kind.type(), name, TTL, value, missing, mark, change, purpose);
    }
}
