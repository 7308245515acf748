package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of a policy. */
final class PolicyLines {

    private final CharSequence text;
    private final Collection<DomainName> hosts;
    private final List<Finding> findings = new ArrayList<>();
    private boolean invalid;

    private int line;
    private int lineStart;

    private int fields;
    private boolean version;
    private boolean modeSeen;
    private boolean maxAgeSeen;
    private boolean mxSeen;
    private @Nullable Mode mode;
    private @Nullable MaxAge maxAge;
    private Place maxAgePlace = Place.NONE;
    private final List<MxPattern> mx = new ArrayList<>();
    private final List<Place> mxPlaces = new ArrayList<>();
    private final Set<MxPattern> mxSet = new HashSet<>();

    PolicyLines(CharSequence text, Collection<DomainName> hosts) {
        this.text = text;
        this.hosts = hosts;
    }

    Reading<Policy> read(Finding first) {
        say(first);
        return read();
    }

    Reading<Policy> read() {
        int start = 0;
        while (start < text.length()) {
            line++;
            lineStart = start;
            int from = start == 0 ? afterByteOrderMark() : start;
            int end = lineEnd(from);
            line(from, end);
            start = nextLine(end);
        }
        finish();
        return invalid || mode == null || maxAge == null
                ? new Reading.Refused<>(findings)
                : new Reading.Read<>(new Policy(mode, mx, maxAge), findings);
    }

    private int afterByteOrderMark() {
        if (text.charAt(0) != '\uFEFF') {
            return 0;
        }
        say(PolicyWords.BYTE_ORDER_MARK.mended(place(0, 1), ""));
        return 1;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Lines end in LF or CRLF. What editors take for a line end is told, and taken for one in what follows. */
    private int nextLine(int end) {
        if (end == text.length() || text.charAt(end) == '\n') {
            return end + 1;
        }
        if (isAt(end + 1, '\n')) {
            return end + 2;
        }
        say(PolicyWords.CARRIAGE_RETURN.at(place(end, end + 1)));
        return isAt(end + 1, '\r') && isAt(end + 2, '\n') ? end + 3 : end + 1;
    }

    private boolean isAt(int position, char character) {
        return position < text.length() && text.charAt(position) == character;
    }

    private void line(int start, int end) {
        int last = end;
        while (last > start && Ascii.isSpace(text.charAt(last - 1))) {
            last--;
        }
        int from = skipSpace(start, last);
        if (from == last) {
            say(PolicyWords.BLANK.at(place(start, end)));
            return;
        }
        if (from > start) {
            say(PolicyWords.LEADING_SPACE.mended(place(start, from), ""));
        }
        int nameEnd = FieldName.end(text, from, last);
        int colon = skipSpace(nameEnd, last);
        if (!FieldName.isName(text, from, nameEnd) || !isAt(colon, ':') || colon >= last) {
            if (!odd(from, last, false)) {
                say(LineFaults.find(text(from, last), place(from, last)));
            }
            return;
        }
        if (colon > nameEnd) {
            say(PolicyWords.SPACE_BEFORE_COLON.mended(place(nameEnd, colon), ""));
        }
        field(from, nameEnd, skipSpace(colon + 1, last), last);
    }

    private int skipSpace(int from, int to) {
        int position = from;
        while (position < to && Ascii.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private void field(int from, int nameEnd, int value, int last) {
        if (is(Field.MX, from, nameEnd)) {
            mx(value, last);
        } else if (is(Field.MODE, from, nameEnd)) {
            mode(value, last);
        } else if (is(Field.MAX_AGE, from, nameEnd)) {
            maxAge(value, last);
        } else if (is(Field.VERSION, from, nameEnd)) {
            version(value, last);
        } else {
            unknown(from, nameEnd, value, last);
        }
        fields++;
    }

    private boolean is(Field field, int from, int to) {
        String name = field.text();
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (text.charAt(from + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void version(int from, int to) {
        if (repeated(version, Field.VERSION, from, to)) {
            return;
        }
        version = true;
        if (fields > 0) {
            say(PolicyWords.VERSION_FIRST.at(place(lineStart, to), Integer.toString(line)));
        }
        String value = text(from, to);
        if (!value.equals("STSv1") && !unreadable(Field.VERSION, from, to)) {
            say(PolicyWords.VERSION_VALUE.mended(place(from, to), "STSv1", value));
        }
    }

    private void mode(int from, int to) {
        if (repeated(modeSeen, Field.MODE, from, to)) {
            return;
        }
        modeSeen = true;
        String value = text(from, to);
        mode = Mode.of(value).orElse(null);
        if (mode == null && !unreadable(Field.MODE, from, to)) {
            say(modeMeant(value)
                    .map(meant -> PolicyWords.MODE_NEAR.mended(place(from, to), meant.text(), value))
                    .orElseGet(() -> PolicyWords.MODE_VALUE.at(place(from, to), value)));
        }
    }

    private static Optional<Mode> modeMeant(String value) {
        String lower = Ascii.lower(value);
        return Mode.of(lower)
                .or(() -> java.util.Arrays.stream(Mode.values())
                        .filter(mode -> Nearness.isOneEdit(lower, mode.text()))
                        .findFirst());
    }

    private void maxAge(int from, int to) {
        if (repeated(maxAgeSeen, Field.MAX_AGE, from, to)) {
            return;
        }
        maxAgeSeen = true;
        maxAgePlace = place(from, to);
        long seconds = number(from, to);
        if (seconds >= 0 && seconds <= MaxAge.LONGEST.seconds()) {
            maxAge = new MaxAge(seconds);
            if (seconds < MaxAge.DAY.seconds()) {
                say(PolicyWords.MAX_AGE_GOOGLE.at(maxAgePlace, maxAge.text()));
            }
        } else if (!unreadable(Field.MAX_AGE, from, to)) {
            say(MaxAgeFaults.find(text(from, to), maxAgePlace));
        }
    }

    /** The number of 1 to 10 digits, or less than 0. */
    private long number(int from, int to) {
        if (from == to || to - from > 10) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private void mx(int from, int to) {
        mxSeen = true;
        Place place = place(from, to);
        if (!MxPattern.isPattern(text, from, to)) {
            if (!odd(from, to, false)) {
                say(NameFaults.inPattern(text(from, to), place));
            }
            return;
        }
        MxPattern pattern = MxPattern.taken(text(from, to));
        mx.add(pattern);
        mxPlaces.add(place);
        if (mxSet.add(pattern)) {
            PatternRules.judge(pattern, place).forEach(this::say);
        } else {
            say(PolicyWords.MX_DUPLICATE.at(place, pattern.text()));
        }
    }

    private void unknown(int from, int nameEnd, int value, int last) {
        String name = text(from, nameEnd);
        Place place = place(from, nameEnd);
        say(Field.near(name)
                .map(field -> PolicyWords.UNKNOWN_NEAR.mended(place, field.text(), name))
                .orElseGet(() -> PolicyWords.UNKNOWN.at(place, name)));
        if (value == last) {
            say(PolicyWords.NO_VALUE.at(place, name));
        }
        odd(value, last, true);
    }

    /** Whether the field stood before: then the first counts, whatever this one says, as long as it is a field. */
    private boolean repeated(boolean seen, Field field, int from, int to) {
        if (seen) {
            say(PolicyWords.DUPLICATE.at(place(lineStart, to), field.text(), text(from, to)));
            unreadable(field, from, to);
            odd(from, to, true);
        }
        return seen;
    }

    /** Whether there is no value at all, or one with octets that no value has; that is then told. */
    private boolean unreadable(Field field, int from, int to) {
        if (from == to) {
            say(PolicyWords.NO_VALUE.at(place(lineStart, to), field.text()));
            return true;
        }
        return odd(from, to, false);
    }

    /** Tells of what no line has in it, and whether there is any. */
    private boolean odd(int from, int to, boolean tabs) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character >= ' ' && character < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(character) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (character == '\t' ? tabs : character <= 0x7f || Character.isSurrogate(character)) {
                odd = true;
                Words words = character == '\t'
                        ? PolicyWords.TAB
                        : character <= 0x7f ? PolicyWords.CONTROL : PolicyWords.OCTET;
                say(words.at(place(i, i + 1), Shown.character(character)));
            }
        }
        return odd;
    }

    private void finish() {
        int said = findings.size();
        judgeMaxAge();
        if (!version) {
            say(PolicyWords.VERSION_MISSING.at(Place.NONE));
        }
        if (!modeSeen) {
            say(PolicyWords.MODE_MISSING.at(Place.NONE));
        }
        if (!mxSeen) {
            say((mode == Mode.NONE ? PolicyWords.MX_MISSING_NONE : PolicyWords.MX_MISSING).at(Place.NONE));
        }
        if (!maxAgeSeen) {
            say(PolicyWords.MAX_AGE_MISSING.at(Place.NONE));
        }
        if (!hosts.isEmpty() && !mx.isEmpty() && mode != Mode.NONE) {
            MxCoverage.judge(mx, mxPlaces, hosts, mode == Mode.ENFORCE).forEach(this::say);
        }
        if (findings.size() > said) {
            findings.sort(java.util.Comparator.comparing(Finding::place));
        }
    }

    private void judgeMaxAge() {
        if (mode == null || maxAge == null) {
            return;
        }
        long seconds = maxAge.seconds();
        switch (mode) {
            case TESTING -> {
                if (seconds < MaxAge.WEEK.seconds()) {
                    say(PolicyWords.MAX_AGE_TESTING_SHORT.at(maxAgePlace, maxAge.text()));
                } else if (seconds > MaxAge.TWO_WEEKS.seconds()) {
                    say(PolicyWords.MAX_AGE_TESTING_LONG.at(maxAgePlace, maxAge.text()));
                }
            }
            case ENFORCE -> {
                if (seconds < MaxAge.TWO_WEEKS.seconds()) {
                    say(PolicyWords.MAX_AGE_ENFORCE.at(maxAgePlace, maxAge.text()));
                } else if (seconds > MaxAge.NINETY_DAYS.seconds()) {
                    say(PolicyWords.MAX_AGE_LONG.at(maxAgePlace, maxAge.text()));
                }
            }
            case NONE -> {}
        }
    }

    private void say(Finding finding) {
        findings.add(finding);
        invalid |= finding.severity() == Severity.INVALID;
    }

    private Place place(int from, int to) {
        return new Place(line, from - lineStart + 1, to - from);
    }

    private String text(int from, int to) {
        return text.subSequence(from, to).toString();
    }
}
