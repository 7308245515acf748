package mtasts.rfc8461;

import java.util.Arrays;

/** Classes of characters as the grammars mean them: ASCII alone, whatever Unicode thinks of case and digits. */
final class Ascii {

    private static final boolean[] ALPHANUMERIC = new boolean[0x80];

    static {
        Arrays.fill(ALPHANUMERIC, '0', '9' + 1, true);
        Arrays.fill(ALPHANUMERIC, 'A', 'Z' + 1, true);
        Arrays.fill(ALPHANUMERIC, 'a', 'z' + 1, true);
    }

    private Ascii() {}

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isUpper(int character) {
        return character >= 'A' && character <= 'Z';
    }

    static boolean isAlphanumeric(int character) {
        return character < ALPHANUMERIC.length && ALPHANUMERIC[character];
    }

    /** WSP of RFC 5234. */
    static boolean isSpace(int character) {
        return character == ' ' || character == '\t';
    }

    /** The number that a stretch of digits is, or -1 where it is none or has more of them than that. */
    static long number(CharSequence text, int from, int to, int mostDigits) {
        if (from == to || to - from > mostDigits) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (!isDigit(digit)) {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    static boolean isAll(CharSequence text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    static boolean isLower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUpper(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String lower(String text) {
        return isLower(text) ? text : lowered(text);
    }

    private static String lowered(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            lower.append(isUpper(character) ? (char) (character + 0x20) : character);
        }
        return lower.toString();
    }
}
