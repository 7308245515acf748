package mtasts.rfc8461;

import org.jspecify.annotations.Nullable;

/** One pass over the fields of a record. */
final class StsRecordFields {

    private static final int VERSION_END = "v=STSv1".length();

    private final Source source;
    private final Findings findings = new Findings();
    private boolean idSeen;
    private @Nullable PolicyId id;
    private @Nullable Finding idInOtherCase;

    /** @param number of the record within its set */
    StsRecordFields(CharSequence text, int number) {
        source = new Source(text, number);
    }

    Reading<StsRecord> read() {
        if (version()) {
            int position = VERSION_END;
            while (position < source.length()) {
                position = field(delimiter(position));
            }
            if (!idSeen) {
                findings.say(idInOtherCase != null ? idInOtherCase : RecordWords.ID_MISSING.at(Place.NONE));
            }
        }
        return findings.areInvalid() || id == null
                ? new Reading.Refused<>(findings.inOrder())
                : new Reading.Read<>(new StsRecord(id), findings.inOrder());
    }

    /** {@code sts-version}, and nothing that goes on with it */
    private boolean version() {
        int length = source.length();
        int end = length < VERSION_END ? length : source.afterSpace(VERSION_END, length);
        if (length >= VERSION_END
                && source.is("v=STSv1", 0, VERSION_END)
                && (end > VERSION_END || end == length || source.at(end) == ';')) {
            if (end > VERSION_END && source.isAt(end, ';')) {
                findings.say(RecordWords.SPACE_AFTER_VERSION.mended(source.place(VERSION_END, end), ""));
            }
            return true;
        }
        Words words = source.isAt(0, '"') ? RecordWords.QUOTES : RecordWords.VERSION;
        findings.say(words.at(source.place(0, length), source.text(0, length)));
        return false;
    }

    /** {@code sts-field-delim}: where the next field begins; what is wrong with what lies between is told. */
    private int delimiter(int start) {
        int semicolon = source.afterSpace(start, source.length());
        if (semicolon == source.length()) {
            findings.say(RecordWords.TRAILING_SPACE.mended(source.place(start, semicolon), ""));
            return semicolon;
        }
        if (source.at(semicolon) != ';') {
            findings.say(RecordWords.NO_SEMICOLON.mended(source.place(start, semicolon), "; "));
            return semicolon;
        }
        int next = source.afterSpace(semicolon + 1, source.length());
        if (source.isAt(next, ';')) {
            findings.say(RecordWords.TWO_SEMICOLONS.mended(source.place(semicolon + 1, next + 1), ""));
        }
        return next;
    }

    /** {@code sts-field}: where it ends. */
    private int field(int from) {
        int to = from;
        while (to < source.length() && source.at(to) != ';' && !Ascii.isSpace(source.at(to))) {
            to++;
        }
        int equals = FieldName.end(source.text(), from, to);
        boolean named = equals < to && source.at(equals) == '=' && FieldName.isName(source.text(), from, equals);
        if (named && source.is("id", from, equals) && !idSeen) {
            id(equals + 1, to);
        } else if (to > from && !(named && isValue(equals + 1, to))) {
            findings.say(RecordWords.FIELD.at(source.place(from, to), source.text(from, to)));
        } else if (to > from) {
            extension(source.text(from, equals), source.place(from, to));
        }
        return to;
    }

    private void id(int from, int to) {
        idSeen = true;
        String value = source.text(from, to);
        Place place = source.place(from, to);
        if (PolicyId.isId(value)) {
            id = new PolicyId(value);
        } else if (value.isEmpty()) {
            findings.say(RecordWords.ID_EMPTY.at(place));
        } else if (value.chars().allMatch(Ascii::isAlphanumeric)) {
            findings.say(RecordWords.ID_LONG.at(place, value, Integer.toString(value.length())));
        } else {
            findings.say(RecordWords.ID_CHARACTER.at(place, value));
        }
    }

    /** {@code sts-ext-value} */
    private boolean isValue(int from, int to) {
        for (int i = from; i < to; i++) {
            char character = source.at(i);
            if (character <= ' ' || character >= 0x7f || character == '=') {
                return false;
            }
        }
        return from < to;
    }

    /** The first of a repeated field counts, whatever this one says. */
    private void extension(String name, Place place) {
        if (name.equals("id") || name.equals("v")) {
            findings.say(RecordWords.DUPLICATE.at(place, name));
        } else if (name.equalsIgnoreCase("id") && idInOtherCase == null) {
            Place at = new Place(place.line(), place.column(), name.length());
            idInOtherCase = RecordWords.ID_CASE.mended(at, "id", name);
        }
    }
}
