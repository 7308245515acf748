package mtasts.rfc8461;

/** A text that is being read, and the line of it that the reader is in. */
final class Source {

    private final CharSequence text;
    private int line;
    private int lineStart;

    /** @param line the number of the line that is entered without {@link #beginLine} */
    Source(CharSequence text, int line) {
        this.text = text;
        this.line = line;
    }

    void beginLine(int position) {
        line++;
        lineStart = position;
    }

    int length() {
        return text.length();
    }

    char at(int position) {
        return text.charAt(position);
    }

    boolean isAt(int position, char character) {
        return position < text.length() && text.charAt(position) == character;
    }

    boolean is(String expected, int from, int to) {
        if (to - from != expected.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != expected.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    int afterSpace(int from, int to) {
        int position = from;
        while (position < to && Ascii.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    int beforeSpace(int from, int to) {
        int position = to;
        while (position > from && Ascii.isSpace(text.charAt(position - 1))) {
            position--;
        }
        return position;
    }

    CharSequence text() {
        return text;
    }

    String text(int from, int to) {
        return text.subSequence(from, to).toString();
    }

    /** A stretch of the line at hand. */
    Place place(int from, int to) {
        return new Place(line, from - lineStart + 1, to - from);
    }

    /** From the beginning of the line at hand. */
    Place placeUpTo(int to) {
        return place(lineStart, to);
    }

    String lineNumber() {
        return Integer.toString(line);
    }
}
