package mtasts.validator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mtasts.validator.Pasted.PolicyText;

/**
 * Tells policies apart that were pasted one below the other: each begins with its version, and has a mode or a {@code
 * max_age} that the one before has too. A version that stands twice in one policy begins no other.
 */
final class PolicyTexts {

    private static final String BEFORE = "^[^\\w\\n\\r]{0,8}";
    private static final Pattern VERSION = line("version");
    private static final Pattern MODE = line("mode");
    private static final Pattern MAX_AGE = line("max[-_ ]?age");

    private PolicyTexts() {}

    private static Pattern line(String name) {
        return Pattern.compile(BEFORE + name + "\\s{0,8}[:=]", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    /** The text as it is where it is one policy; else each without the blank lines that part it from the next. */
    static List<PolicyText> of(String text) {
        var starts = VERSION.matcher(text).results().map(found -> found.start()).toList();
        var policies = new ArrayList<PolicyText>();
        int from = 0;
        boolean mode = false;
        boolean age = false;
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            var piece = text.substring(start, i + 1 < starts.size() ? starts.get(i + 1) : text.length());
            boolean itsMode = MODE.matcher(piece).find();
            boolean itsAge = MAX_AGE.matcher(piece).find();
            if (mode && itsMode || age && itsAge) {
                policies.add(new PolicyText(text.substring(from, end(text, from, start)), number(text, from)));
                from = start;
                mode = false;
                age = false;
            }
            mode |= itsMode;
            age |= itsAge;
        }
        policies.add(new PolicyText(text.substring(from), number(text, from)));
        return policies;
    }

    /** After the line end of the last line that is not blank. */
    private static int end(String text, int from, int to) {
        int last = to;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        int end = text.indexOf('\n', last);
        return end < 0 || end >= to ? to : end + 1;
    }

    private static int number(String text, int from) {
        return (int) text.substring(0, from).lines().count() + 1;
    }
}
