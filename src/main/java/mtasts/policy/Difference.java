package mtasts.policy;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mtasts.web.DiffLine;

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
        int next = 0;
        for (var delta : DiffUtils.diff(old, recent).getDeltas()) {
            all(DiffLine.Kind.SAME, old.subList(next, delta.getSource().getPosition()))
                    .forEach(lines::add);
            changed(delta.getSource().getLines(), delta.getTarget().getLines()).forEach(lines::add);
            next = delta.getSource().getPosition() + delta.getSource().size();
        }
        all(DiffLine.Kind.SAME, old.subList(next, old.size())).forEach(lines::add);
        return new Difference(lines, old.equals(recent) && !before.equals(after));
    }

    /** Whether any line was added or removed. */
    public boolean any() {
        return lines.stream().anyMatch(line -> line.kind() != DiffLine.Kind.SAME);
    }

    /** A last line that became another of the same field stays apart from what changed before it. */
    private static Stream<DiffLine> changed(List<String> before, List<String> after) {
        if (before.size() + after.size() > 2
                && !before.isEmpty()
                && !after.isEmpty()
                && field(before.getLast()).equals(field(after.getLast()))) {
            return Stream.concat(
                    changed(before.subList(0, before.size() - 1), after.subList(0, after.size() - 1)),
                    changed(List.of(before.getLast()), List.of(after.getLast())));
        }
        return Stream.concat(all(DiffLine.Kind.REMOVED, before), all(DiffLine.Kind.ADDED, after));
    }

    private static String field(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':')));
    }

    private static Stream<DiffLine> all(DiffLine.Kind kind, List<String> lines) {
        return lines.stream().map(line -> new DiffLine(kind, line));
    }
}
