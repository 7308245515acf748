package mtasts.web;

import java.util.Optional;

/**
 * What people type for people: notes, reasons, names. It may hold any language and any mark, but nothing that cannot be
 * seen and nothing that turns the text around it about.
 */
public final class FreeText {

    /** The most characters (Unicode code points) of a note or a reason. */
    public static final int LONGEST = 2_000;

    private static final int MOST_SHOWN = 80;

    private FreeText() {}

    /** The text as it is kept: lines ended by LF, no white space around the whole. */
    public static String kept(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** What is to be said against a text of several lines of at most {@value #LONGEST} characters; see {@link #kept}. */
    public static Optional<Words> objection(String typed) {
        return objection(typed, LONGEST, true);
    }

    /** What is to be said against a text of one line. */
    public static Optional<Words> objectionToLine(String typed, int longest) {
        return objection(typed, longest, false);
    }

    private static Optional<Words> objection(String typed, int longest, boolean lines) {
        var text = kept(typed);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of(Words.of("web.text.long", length, longest));
        }
        return text.codePoints()
                .filter(character -> isHidden(character) && !(lines && (character == '\n' || character == '\t')))
                .mapToObj(character -> Words.of("web.text.character", named(character)))
                .findFirst();
    }

    /** Foreign text made fit to be kept as a note: of more characters the first, and what cannot be seen is named. */
    public static String keepable(String foreign) {
        var text = new StringBuilder();
        kept(foreign)
                .codePoints()
                .forEach(character -> text.append(
                        isHidden(character) && character != '\n' && character != '\t'
                                ? named(character)
                                : Character.toString(character)));
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text.toString()
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Foreign text made fit to stand in a sentence: short, and what cannot be seen is named. */
    public static String shown(String foreign) {
        var shown = new StringBuilder();
        int[] characters = foreign.codePoints().limit(MOST_SHOWN + 1L).toArray();
        for (int i = 0; i < Math.min(characters.length, MOST_SHOWN); i++) {
            if (isHidden(characters[i])) {
                shown.append(named(characters[i]));
            } else {
                shown.appendCodePoint(characters[i]);
            }
        }
        return characters.length > MOST_SHOWN ? shown.append('…').toString() : shown.toString();
    }

    /** Control characters, halves of surrogate pairs, line separators, and Unicode's property Bidi_Control. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT ->
                character == 0x061C
                        || character == 0x200E
                        || character == 0x200F
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
            default -> false;
        };
    }

    /** {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
    static String named(int character) {
        return "U+%04X %s".formatted(character, Character.getName(character));
    }
}
