package mtasts.rfc8461;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a text is no {@code max_age}, and what was probably meant. */
final class MaxAgeFaults {

    private static final Pattern SEPARATED = Pattern.compile("\\d{1,3}(?:[,.' _\\u00a0\\u202f’]\\d{3}){1,9}");
    private static final Pattern WITH_REMARK = Pattern.compile("(\\d{1,10})\\s*+(?:,|[#;/(<].*)", Pattern.DOTALL);
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9})\\s*([a-zA-Z]+)");

    private MaxAgeFaults() {}

    static Finding find(String text, Place place) {
        if (text.chars().allMatch(Ascii::isDigit)) {
            return mended(PolicyWords.MAX_AGE_DIGITS, text, place, number(text));
        }
        String bare = Shown.unquoted(text);
        if (!bare.isEmpty() && bare.chars().allMatch(Ascii::isDigit)) {
            return mended(PolicyWords.MAX_AGE_QUOTED, text, place, number(bare));
        }
        if (SEPARATED.matcher(text).matches()) {
            return mended(PolicyWords.MAX_AGE_SEPARATOR, text, place, number(text.replaceAll("[^0-9]", "")));
        }
        Matcher remark = WITH_REMARK.matcher(text);
        if (remark.matches()) {
            return mended(PolicyWords.MAX_AGE_REMARK, text, place, number(remark.group(1)));
        }
        return withUnit(text)
                .map(seconds -> mended(PolicyWords.MAX_AGE_UNIT, text, place, seconds))
                .orElseGet(() -> PolicyWords.MAX_AGE_VALUE.at(place, text));
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

    private static Optional<Long> withUnit(String text) {
        Matcher matcher = WITH_UNIT.matcher(text);
        return matcher.matches()
                ? seconds(Ascii.lower(matcher.group(2))).map(unit -> unit * number(matcher.group(1)))
                : Optional.empty();
    }

    private static Optional<Long> seconds(String unit) {
        return switch (unit) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(1L);
            case "min", "mins", "minute", "minutes" -> Optional.of(60L);
            case "h", "hour", "hours" -> Optional.of(3_600L);
            case "d", "day", "days" -> Optional.of(86_400L);
            case "w", "week", "weeks" -> Optional.of(604_800L);
            default -> Optional.empty();
        };
    }
}
