package mtasts.rfc8461;

/**
 * A stretch of a text.
 *
 * @param line counted from 1; 0 where the whole is meant
 * @param column counted from 1, in UTF-16 units as browsers and editors count; 0 where the whole is meant
 * @param length in UTF-16 units; 0 where nothing stands that could be marked
 */
public record Place(int line, int column, int length) implements Comparable<Place> {

    /** The text as a whole: what is missing from it has no other place. */
    public static final Place NONE = new Place(0, 0, 0);

    /** Input order; what has no place comes last. */
    @Override
    public int compareTo(Place other) {
        int byLine = Integer.compareUnsigned(line - 1, other.line - 1);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
