package mtasts.validator;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a policy that is being put right.
 *
 * @param number of the line that it was pasted as
 * @param name of the field in the standard's spelling; {@code null} where it is no field that the standard knows
 * @param value of the field, or the whole line where it is none
 */
record PolicyLine(int number, @Nullable String name, String value) {

    private static final Pattern FIELD =
            Pattern.compile("(version|mode|mx|max[-_ ]?age)(?:\\s*+([:=：])|\\s)\\s*+(.*)", Pattern.CASE_INSENSITIVE);

    /** Reads a line without spaces at its ends, and takes down what had to be read over. */
    static PolicyLine read(String line, int number, Mends mends) {
        var field = FIELD.matcher(line);
        if (!field.matches() || !isCertain(field)) {
            return new PolicyLine(number, null, line);
        }
        var name = known(field.group(1));
        if (!name.equals(field.group(1))) {
            mends.add(Mend.FIELD_NAME, number);
        }
        if (!":".equals(field.group(2))) {
            mends.add(Mend.DELIMITER, number);
        } else if (line.charAt(field.group(1).length()) != ':') {
            mends.add(Mend.SPACE, number);
        }
        return new PolicyLine(number, name, field.group(3).strip());
    }

    /** Whether a line begins with a field that the standard knows, in whatever spelling. */
    static boolean isField(String line) {
        var field = FIELD.matcher(line);
        return field.matches() && isCertain(field);
    }

    /** Without anything between name and value it may as well be a sentence. */
    private static boolean isCertain(MatchResult field) {
        return field.group(2) != null
                || field.group(1).equals(known(field.group(1)))
                        && field.group(3).strip().indexOf(' ') < 0;
    }

    private static String known(String name) {
        return switch (name.charAt(1)) {
            case 'e', 'E' -> "version";
            case 'o', 'O' -> "mode";
            case 'x', 'X' -> "mx";
            default -> "max_age";
        };
    }

    boolean is(String field) {
        return field.equals(name);
    }

    PolicyLine with(String other) {
        return new PolicyLine(number, name, other);
    }

    String text() {
        return name == null ? value : name + ": " + value;
    }
}
