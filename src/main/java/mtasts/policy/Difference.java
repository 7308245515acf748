package mtasts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mtasts.web.DiffLine;
import mtasts.web.LineChange;

/**
 * What differs between two policy texts, line by line.
 *
 * @param lines of both, those that went before those that came
 * @param lineEndsOnly whether the lines are the same, and only what ends them is not
 */
public record Difference(List<DiffLine> lines, boolean lineEndsOnly) {

    public Difference {
        lines = List.copyOf(lines);
    }

    /** The difference that leads from one text to another. */
    public static Difference between(String before, String after) {
        var old = before.lines().toList();
        var recent = after.lines().toList();
        var lines = new ArrayList<DiffLine>();
        for (var change : LineChange.between(old, recent)) {
            all(DiffLine.Kind.SAME, change.same()).forEach(lines::add);
            changed(change.removed(), change.added()).forEach(lines::add);
        }
        return new Difference(lines, old.equals(recent) && !before.equals(after));
    }

    /** Whether any line was added or removed. */
    public boolean any() {
        return lines.stream().anyMatch(line -> line.kind() != DiffLine.Kind.SAME);
    }

    /** Last lines that became others of the same field stay apart from what changed before them. */
    private static Stream<DiffLine> changed(List<String> before, List<String> after) {
        int removed = before.size();
        int added = after.size();
        while (removed > 0
                && added > 0
                && removed + added > 2
                && field(before.get(removed - 1)).equals(field(after.get(added - 1)))) {
            removed--;
            added--;
        }
        int apart = before.size() - removed;
        int first = removed;
        int second = added;
        return Stream.of(
                        all(DiffLine.Kind.REMOVED, before.subList(0, removed)),
                        all(DiffLine.Kind.ADDED, after.subList(0, added)),
                        IntStream.range(0, apart)
                                .boxed()
                                .flatMap(i -> Stream.of(
                                        new DiffLine(DiffLine.Kind.REMOVED, before.get(first + i)),
                                        new DiffLine(DiffLine.Kind.ADDED, after.get(second + i)))))
                .flatMap(Function.identity());
    }

    private static String field(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':')));
    }

    private static Stream<DiffLine> all(DiffLine.Kind kind, List<String> lines) {
        return lines.stream().map(line -> new DiffLine(kind, line));
    }
}
