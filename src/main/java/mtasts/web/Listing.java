package mtasts.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with numbered lines, some of them marked.
 *
 * @param label what the text is
 */
public record Listing(Words label, List<Line> lines) {

    /** A line in three parts: before, in and after what is marked; all of it before when nothing is. */
    public record Line(@Nullable Mark mark, String before, String marked, String after) {}

    public Listing {
        lines = List.copyOf(lines);
    }

    /** The lines of a text, whether they end in CRLF, LF or CR; a last line end makes no further line. */
    public static Listing of(Words label, String text) {
        return new Listing(
                label, text.lines().map(line -> new Line(null, line, "", "")).toList());
    }

    /**
     * The same with one more mark; the first mark of a line stays.
     *
     * @param line from 1; other lines change nothing
     * @param from first column to be marked, from 1
     * @param to the column after the last one to be marked; {@code from} or less marks the whole line
     */
    public Listing marked(int line, int from, int to, Mark mark) {
        if (line < 1 || line > lines.size() || lines.get(line - 1).mark() != null) {
            return this;
        }
        var text = lines.get(line - 1).before();
        int start = to > from ? Math.clamp(from - 1L, 0, text.length()) : 0;
        int end = to > from ? Math.clamp(to - 1L, start, text.length()) : text.length();
        var changed = new ArrayList<>(lines);
        changed.set(
                line - 1, new Line(mark, text.substring(0, start), text.substring(start, end), text.substring(end)));
        return new Listing(label, changed);
    }
}
