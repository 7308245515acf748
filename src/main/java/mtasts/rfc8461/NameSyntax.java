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
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '.') {
                if (!isLabel(text, label, i)) {
                    return false;
                }
                label = i + 1;
            } else if (!Ascii.isAlphanumeric(character) && character != '-') {
                return false;
            }
        }
        return isLabel(text, label, to);
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

    private static boolean isLabel(CharSequence text, int from, int to) {
        return from < to && to - from <= LONGEST_LABEL && text.charAt(from) != '-' && text.charAt(to - 1) != '-';
    }
}
