package mtasts.rfc8461;

/** The name of a host or domain: {@code Domain} of RFC 5321 §4.1.2, within the lengths of RFC 1035 §2.3.4. */
final class NameSyntax {

    static final int LONGEST = 253;
    static final int LONGEST_LABEL = 63;

    private NameSyntax() {}

    static boolean isName(CharSequence text) {
        return isName(text, 0, text.length());
    }

    /** Whether a stretch of the text is a name, in either case and without a trailing dot. */
    static boolean isName(CharSequence text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        int label = from;
        char before = '.';
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '.') {
                if (before == '.' || before == '-' || i - label > LONGEST_LABEL) {
                    return false;
                }
                label = i + 1;
            } else if (character == '-' ? before == '.' : !Ascii.isAlphanumeric(character)) {
                return false;
            }
            before = character;
        }
        return before != '.' && before != '-' && to - label <= LONGEST_LABEL;
    }

    /** Whether it looks like an IPv4 address: four labels of digits, as no host is named. */
    static boolean isAddress(CharSequence name) {
        int dots = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            char character = name.charAt(i);
            if (character == '.') {
                dots++;
            } else if (!Ascii.isDigit(character)) {
                return false;
            }
        }
        return dots == 3;
    }
}
