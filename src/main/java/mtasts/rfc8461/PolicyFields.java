package mtasts.rfc8461;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the fields of a policy mean, one after the other, and in the end together. */
final class PolicyFields {

    private final Source source;
    private final Findings findings;

    private int seen;
    private boolean any;
    private @Nullable Mode mode;
    private @Nullable MaxAge maxAge;
    private Place maxAgePlace = Place.NONE;
    private final Patterns patterns = new Patterns();

    PolicyFields(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** A field whose name is {@code [name, nameEnd)} and whose value is {@code [from, to)}. */
    void field(int name, int nameEnd, int from, int to) {
        Field field = known(name, nameEnd);
        if (field == null) {
            unknown(source.text(name, nameEnd), source.place(name, nameEnd), from, to);
        } else if (field != Field.MX && has(field)) {
            repeated(field, from, to);
        } else {
            taken(field, from, to);
        }
        seen |= field == null ? 0 : 1 << field.ordinal();
        any = true;
    }

    private boolean has(Field field) {
        return (seen & 1 << field.ordinal()) != 0;
    }

    private @Nullable Field known(int name, int nameEnd) {
        for (Field field : Field.ALL) {
            if (source.is(field.text(), name, nameEnd)) {
                return field;
            }
        }
        return null;
    }

    private void taken(Field field, int from, int to) {
        switch (field) {
            case VERSION -> version(from, to);
            case MODE -> mode(from, to);
            case MAX_AGE -> maxAge(from, to);
            case MX -> mx(from, to);
        }
    }

    private void version(int from, int to) {
        if (any) {
            findings.say(PolicyWords.VERSION_FIRST.at(source.placeUpTo(to), source.lineNumber()));
        }
        if (!source.is("STSv1", from, to) && isReadable(Field.VERSION, from, to)) {
            findings.say(PolicyWords.VERSION_VALUE.mended(source.place(from, to), "STSv1", source.text(from, to)));
        }
    }

    private void mode(int from, int to) {
        String value = source.text(from, to);
        mode = Mode.of(value).orElse(null);
        if (mode == null && isReadable(Field.MODE, from, to)) {
            Place place = source.place(from, to);
            findings.say(Mode.near(value)
                    .map(meant -> near(meant, value).mended(place, meant.text(), value))
                    .orElseGet(() -> PolicyWords.MODE_VALUE.at(place, value)));
        }
    }

    /** Whoever wrote another word than {@code enforce} may not mean it: mail is held back by it, and by no other mode. */
    private static PolicyWords near(Mode meant, String value) {
        return meant == Mode.ENFORCE && !value.equalsIgnoreCase(meant.text())
                ? PolicyWords.MODE_NEAR_ENFORCE
                : PolicyWords.MODE_NEAR;
    }

    private void maxAge(int from, int to) {
        maxAgePlace = source.place(from, to);
        long seconds = Ascii.number(source.text(), from, to, 10);
        if (seconds >= 0 && seconds <= MaxAge.LONGEST.seconds()) {
            maxAge = new MaxAge(seconds);
        } else if (isReadable(Field.MAX_AGE, from, to)) {
            findings.say(MaxAgeFaults.find(source.text(from, to), maxAgePlace));
        }
    }

    private void mx(int from, int to) {
        Place place = source.place(from, to);
        MxPattern pattern = MxPattern.find(source.text(), from, to);
        if (pattern != null) {
            patterns.add(pattern, place, findings);
        } else if (from == to || isReadable(Field.MX, from, to)) {
            findings.say(NameFaults.inPattern(source.text(from, to), place));
        }
    }

    /** The first counts, whatever this one says, as long as it is a field. */
    private void repeated(Field field, int from, int to) {
        findings.say(PolicyWords.DUPLICATE.at(source.placeUpTo(to), field.text()));
        isValue(field.text(), from, to, true);
    }

    private void unknown(String name, Place place, int from, int to) {
        Optional<Field> near = Field.near(name);
        near.ifPresent(field -> findings.say(PolicyWords.UNKNOWN_NEAR.mended(place, field.text(), name)));
        if (isValue(name, from, to, true) && near.isEmpty()) {
            findings.say(PolicyWords.UNKNOWN.at(place, name));
        }
    }

    /** Whether a value that is not as it should be is a matter of its field alone; what is wrong otherwise is told. */
    private boolean isReadable(Field field, int from, int to) {
        boolean joined = LineFaults.isJoined(source.text(from, to));
        if (joined) {
            findings.say(PolicyWords.JOINED.at(source.placeUpTo(to)));
        }
        return isValue(field.text(), from, to, false) && !joined;
    }

    /** Whether it is a value at all, whatever it says: {@code sts-policy-ext-value}; what keeps it from that is told. */
    private boolean isValue(String name, int from, int to, boolean tabs) {
        if (from == to) {
            findings.say(PolicyWords.NO_VALUE.at(source.placeUpTo(to), name));
        }
        return !OddCharacters.tell(source, findings, from, to, tabs) && from < to;
    }

    /** After the last line. */
    Reading<Policy> finish(Collection<DomainName> hosts) {
        if (maxAge != null) {
            MaxAgeRules.judge(maxAge, mode, maxAgePlace, findings);
        }
        missing(Field.VERSION, PolicyWords.VERSION_MISSING);
        missing(Field.MODE, PolicyWords.MODE_MISSING);
        missing(Field.MX, mode == Mode.NONE ? PolicyWords.MX_MISSING_NONE : PolicyWords.MX_MISSING);
        missing(Field.MAX_AGE, PolicyWords.MAX_AGE_MISSING);
        if (mode != Mode.NONE) {
            patterns.judge(hosts, mode == Mode.ENFORCE, findings);
        }
        return findings.areInvalid() || mode == null || maxAge == null
                ? new Reading.Refused<>(findings.inOrder())
                : new Reading.Read<>(new Policy(mode, patterns.inOrder(), maxAge), findings.inOrder());
    }

    private void missing(Field field, PolicyWords words) {
        if (!has(field)) {
            findings.say(words.at(Place.NONE));
        }
    }
}
