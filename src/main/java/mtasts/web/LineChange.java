package mtasts.web;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text that became others.
 *
 * @param same the lines before it that stayed
 * @param removed what went
 * @param added what came in its stead; with the last change nothing may have gone and nothing come
 */
public record LineChange(List<String> same, List<String> removed, List<String> added) {

    /**
     * Beyond this many lines that may differ they are told as one change: to find which of them stayed costs the square of
     * their number, in time and in memory, and texts come from outside.
     */
    private static final int MOST_COMPARED = 1_000;

    /** What leads from some lines to others, in their order. */
    public static List<LineChange> between(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var removed = before.subList(head, before.size() - tail);
        var added = after.subList(head, after.size() - tail);
        var changes = new ArrayList<LineChange>();
        int next = 0;
        if (removed.size() + added.size() > MOST_COMPARED) {
            changes.add(new LineChange(before.subList(0, head), removed, added));
            next = before.size() - tail;
        } else {
            for (var delta : DiffUtils.diff(removed, added).getDeltas()) {
                int at = head + delta.getSource().getPosition();
                changes.add(new LineChange(
                        before.subList(next, at),
                        delta.getSource().getLines(),
                        delta.getTarget().getLines()));
                next = at + delta.getSource().size();
            }
        }
        changes.add(new LineChange(before.subList(next, before.size()), List.of(), List.of()));
        return List.copyOf(changes);
    }
}
