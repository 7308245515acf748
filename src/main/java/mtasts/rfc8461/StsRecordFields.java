package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the fields of a record. */
final class StsRecordFields {

    private static final String VERSION = "v=STSv1";

    private final String text;
    private final int number;
    private final List<Finding> findings = new ArrayList<>();
    private boolean invalid;
    private boolean idSeen;
    private @Nullable PolicyId id;
    private @Nullable Finding idInOtherCase;

    StsRecordFields(String text, int number) {
        this.text = text;
        this.number = number;
    }

    Reading<StsRecord> read() {
        int from = skipSpace(VERSION.length());
        if (!text.startsWith(VERSION) || from == VERSION.length() && from < text.length() && text.charAt(from) != ';') {
            say((text.startsWith("\"") ? RecordWords.QUOTES : RecordWords.VERSION).at(place(0, text.length()), text));
            return new Reading.Refused<>(findings);
        }
        if (from > VERSION.length() && isSemicolon(from)) {
            say(RecordWords.SPACE_AFTER_VERSION.mended(place(VERSION.length(), from), ""));
        }
        fields(VERSION.length());
        if (!idSeen) {
            say(idInOtherCase != null ? idInOtherCase : RecordWords.ID_MISSING.at(Place.NONE));
        }
        return invalid || id == null
                ? new Reading.Refused<>(findings)
                : new Reading.Read<>(new StsRecord(id), findings);
    }

    /** {@code *(sts-field-delim sts-field) [sts-field-delim]}, from the end of the version on. */
    private void fields(int start) {
        int position = start;
        while (position < text.length()) {
            int from = delimiter(position);
            int to = from;
            while (to < text.length() && text.charAt(to) != ';' && !Ascii.isSpace(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                field(from, to);
            }
            position = to;
        }
    }

    /** Where the next field begins; what is wrong with the delimiter in front of it is told. */
    private int delimiter(int start) {
        int semicolon = skipSpace(start);
        if (semicolon == text.length()) {
            say(RecordWords.TRAILING_SPACE.mended(place(start, semicolon), ""));
            return semicolon;
        }
        if (!isSemicolon(semicolon)) {
            say(RecordWords.NO_SEMICOLON.mended(place(start, semicolon), "; "));
            return semicolon;
        }
        int next = skipSpace(semicolon + 1);
        if (isSemicolon(next)) {
            say(RecordWords.TWO_SEMICOLONS.mended(place(semicolon + 1, next + 1), ""));
        }
        return next;
    }

    private void field(int from, int to) {
        int equals = FieldName.end(text, from, to);
        if (equals == to || text.charAt(equals) != '=' || !FieldName.isName(text, from, equals)) {
            say(RecordWords.FIELD.at(place(from, to), text.substring(from, to)));
            return;
        }
        String name = text.substring(from, equals);
        String value = text.substring(equals + 1, to);
        if (name.equals("id") && !idSeen) {
            id(value, place(equals + 1, to));
        } else if (!isValue(value)) {
            say(RecordWords.FIELD.at(place(from, to), text.substring(from, to)));
        } else if (name.equals("id") || name.equals("v")) {
            say(RecordWords.DUPLICATE.at(place(from, to), name));
        } else if (name.equalsIgnoreCase("id") && idInOtherCase == null) {
            idInOtherCase = RecordWords.ID_CASE.mended(place(from, equals), "id", name);
        }
    }

    private void id(String value, Place place) {
        idSeen = true;
        if (PolicyId.isId(value)) {
            id = new PolicyId(value);
        } else if (value.isEmpty()) {
            say(RecordWords.ID_EMPTY.at(place));
        } else if (value.chars().allMatch(Ascii::isAlphanumeric)) {
            say(RecordWords.ID_LONG.at(place, value, Integer.toString(value.length())));
        } else {
            say(RecordWords.ID_CHARACTER.at(place, value));
        }
    }

    /** {@code sts-ext-value} */
    private static boolean isValue(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '=' && c != ';');
    }

    private boolean isSemicolon(int position) {
        return position < text.length() && text.charAt(position) == ';';
    }

    private int skipSpace(int from) {
        int position = from;
        while (position < text.length() && Ascii.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private void say(Finding finding) {
        findings.add(finding);
        invalid |= finding.severity() == Severity.INVALID;
    }

    private Place place(int from, int to) {
        return new Place(number, from + 1, to - from);
    }
}
