package mtasts.rfc8461;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a text is no {@code max_age}, and what was probably meant. */
final class MaxAgeFaults {

    private static final Pattern SEPARATED = Pattern.compile("\\d{1,3}([,.' _\\u00a0\\u202f’]\\d{3})+");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9})\\s*([a-zA-Z])[a-zA-Z]*\\.?");
    private static final Map<String, Long> UNITS =
            Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L, "y", 31_557_600L);

    private MaxAgeFaults() {}

    static Finding find(String text, Place place) {
        if (text.chars().allMatch(Ascii::isDigit)) {
            return digits(text, place);
        }
        if (SEPARATED.matcher(text).matches()) {
            return mended(PolicyWords.MAX_AGE_SEPARATOR, text, place, number(text.replaceAll("\\D", "")));
        }
        String bare = Shown.unquoted(text);
        if (Ascii.number(bare, 0, bare.length(), 10) >= 0) {
            return mended(PolicyWords.MAX_AGE_QUOTED, text, place, number(bare));
        }
        Matcher unit = WITH_UNIT.matcher(text);
        Long seconds = unit.matches() ? UNITS.get(Ascii.lower(unit.group(2))) : null;
        return seconds == null
                ? PolicyWords.MAX_AGE_VALUE.at(place, text)
                : mended(PolicyWords.MAX_AGE_UNIT, text, place, number(unit.group(1)) * seconds);
    }

    private static Finding digits(String text, Place place) {
        long seconds = number(text);
        return seconds > MaxAge.LONGEST.seconds()
                ? PolicyWords.MAX_AGE_OVER.mended(place, MaxAge.LONGEST.text(), text)
                : PolicyWords.MAX_AGE_DIGITS.mended(place, Long.toString(seconds), text);
    }

    private static Finding mended(PolicyWords words, String text, Place place, long seconds) {
        return seconds > MaxAge.LONGEST.seconds()
                ? PolicyWords.MAX_AGE_OVER.mended(place, MaxAge.LONGEST.text(), text)
                : words.mended(place, Long.toString(seconds), text);
    }

    /** The number of these digits; or one that is over every bound, where there are too many of them. */
    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 10 ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
