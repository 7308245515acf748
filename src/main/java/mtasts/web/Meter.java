package mtasts.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much of what is needed is there: one block for each thing needed, as far as that can be drawn.
 *
 * @param filled how many are there
 * @param unknown how many nobody can tell
 * @param total how many are needed, at least 1
 */
public record Meter(int filled, int unknown, int total) {

    private static final int MOST_BLOCKS = 30;
    private static final double WIDTH = 240;
    private static final double GAP = 3;

    /** One block: its place and width in a drawing 240 wide, and its class in the style sheet. */
    public record Block(String x, String width, String style) {}

    public List<Block> blocks() {
        int count = Math.clamp(total, 1, MOST_BLOCKS);
        double step = WIDTH / count;
        int full = share(filled, count);
        int open = Math.min(count - full, share(unknown, count));
        return IntStream.range(0, count)
                .mapToObj(block -> new Block(
                        number(block * step + .5),
                        number(step - GAP),
                        block < full ? "fill" : block < full + open ? "hole" : "track"))
                .toList();
    }

    private int share(int part, int blocks) {
        return Math.clamp((long) part * blocks / Math.max(total, 1), 0, blocks);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
