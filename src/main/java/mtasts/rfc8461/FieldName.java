package mtasts.rfc8461;

/** {@code sts-policy-ext-name}, and {@code sts-ext-name} which is the same (RFC 8461 §3.1, §3.2). */
final class FieldName {

    static final int LONGEST = 32;

    private FieldName() {}

    /** Where the run of characters that names are made of ends. */
    static int end(CharSequence text, int from, int to) {
        int end = from;
        while (end < to && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a run of such characters is a name. */
    static boolean isName(CharSequence text, int from, int to) {
        return from < to && to - from <= LONGEST && Ascii.isAlphanumeric(text.charAt(from));
    }

    static boolean isTooLong(CharSequence name) {
        return name.length() > LONGEST && end(name, 0, name.length()) == name.length();
    }

    private static boolean isPart(char character) {
        return Ascii.isAlphanumeric(character) || character == '_' || character == '-' || character == '.';
    }
}
