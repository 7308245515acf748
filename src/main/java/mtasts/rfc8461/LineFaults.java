package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a line of a policy is no field: the first of a list of rules that recognises it. */
final class LineFaults {

    private static final List<Function<LineFaults, Optional<Finding>>> RULES = List.of(
            LineFaults::html,
            LineFaults::markdown,
            LineFaults::comment,
            LineFaults::record,
            LineFaults::quoted,
            LineFaults::delimiter,
            LineFaults::fieldName);

    private static final Pattern KNOWN =
            Pattern.compile("(version|mode|mx|max_age)(\\s*+[=：]|\\s)\\s*+(\\S.*)", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("[-*+>|•]|\\d{1,3}[.)]|```|~~~");

    /** A field behind another, where a line end was lost, or pasted as the two characters of a program text. */
    private static final Pattern JOINED = Pattern.compile("(\\s|\\\\[rn])(version|mode|mx|max_age)\\s*:");

    private final String line;
    private final Place place;

    private LineFaults(String line, Place place) {
        this.line = line;
        this.place = place;
    }

    /** @param line without spaces at its ends, and not empty */
    static Finding find(String line, Place place) {
        LineFaults faults = new LineFaults(line, place);
        for (Function<LineFaults, Optional<Finding>> rule : RULES) {
            Optional<Finding> finding = rule.apply(faults);
            if (finding.isPresent()) {
                return finding.get();
            }
        }
        return PolicyWords.NO_FIELD.at(place, line);
    }

    static boolean isJoined(String value) {
        return JOINED.matcher(value).find();
    }

    private Optional<Finding> html() {
        return when(line.startsWith("<"), PolicyWords.HTML);
    }

    private Optional<Finding> comment() {
        return when(line.startsWith("#") || line.startsWith("//") || line.startsWith(";"), PolicyWords.COMMENT);
    }

    private Optional<Finding> markdown() {
        return when(LIST.matcher(line).lookingAt(), PolicyWords.MARKDOWN);
    }

    private Optional<Finding> record() {
        return when(line.regionMatches(true, 0, "v=STSv", 0, 6), PolicyWords.RECORD);
    }

    private Optional<Finding> quoted() {
        return when("\"'{}[]`“”".indexOf(line.charAt(0)) >= 0, PolicyWords.QUOTED);
    }

    /** {@code mode=testing}, {@code mode testing} */
    private Optional<Finding> delimiter() {
        Matcher known = KNOWN.matcher(line);
        if (!known.matches()) {
            return Optional.empty();
        }
        PolicyWords words = known.group(2).endsWith("=") ? PolicyWords.EQUALS_SIGN : PolicyWords.NO_COLON;
        return Optional.of(words.mended(place, known.group(1) + ": " + known.group(3), line));
    }

    private Optional<Finding> fieldName() {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = line.substring(0, colon);
        Place at = new Place(place.line(), place.column(), colon);
        return Field.near(name.strip())
                .map(field -> PolicyWords.FIELD_NAME_NEAR.mended(at, field.text(), name))
                .or(() -> Optional.of((FieldName.isTooLong(name) ? PolicyWords.FIELD_NAME_LONG : PolicyWords.FIELD_NAME)
                        .at(at, name)));
    }

    private Optional<Finding> when(boolean recognised, PolicyWords words) {
        return recognised ? Optional.of(words.at(place, line)) : Optional.empty();
    }
}
