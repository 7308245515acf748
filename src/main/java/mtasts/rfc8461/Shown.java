package mtasts.rfc8461;

import java.util.Locale;

/** Foreign text made fit to stand within a sentence: short, and with nothing in it that cannot be seen. */
final class Shown {

    private static final int LONGEST = 80;

    private static final String QUOTES = "\"'`<>()[]{}“”‘’«»";

    private Shown() {}

    static String text(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length(); ) {
            if (shown.length() >= LONGEST) {
                return shown.append('…').toString();
            }
            int character = text.codePointAt(i);
            append(shown, character);
            i += Character.charCount(character);
        }
        return shown.toString();
    }

    static String octet(int octet) {
        return "0x" + Integer.toHexString(octet).toUpperCase(Locale.ROOT);
    }

    /** Without the quotes and brackets that were pasted around it. */
    static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The character and its number, for one that a reader may not know by sight: {@code “_”} or {@code U+200B}. */
    static String character(int character) {
        return isVisible(character) && !Character.isSpaceChar(character) && character < 0x80
                ? Character.toString(character)
                : text(Character.toString(character)) + (isVisible(character) ? " (" + number(character) + ")" : "");
    }

    private static void append(StringBuilder shown, int character) {
        if (isVisible(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append(number(character));
        }
    }

    private static String number(int character) {
        String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
