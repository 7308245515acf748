package mtasts.validator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mtasts.web.Words;

/** What was put right, and in which lines of the text as it was pasted. */
final class Mends {

    private static final int MOST_LINES = 5;

    private final Map<Mend, SortedSet<Integer>> done = new EnumMap<>(Mend.class);

    /** @param line counted from 1; 0 where it is the text as a whole */
    void add(Mend mend, int line) {
        var lines = done.computeIfAbsent(mend, first -> new TreeSet<>());
        if (line > 0) {
            lines.add(line);
        }
    }

    boolean isEmpty() {
        return done.isEmpty();
    }

    /** One sentence for each way, with its lines. */
    List<Words> words() {
        return done.entrySet().stream()
                .map(entry -> words(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Words words(Mend mend, SortedSet<Integer> lines) {
        if (lines.isEmpty()) {
            return mend.words();
        }
        return lines.size() > MOST_LINES
                ? Words.of("validator.mended.many", mend.words(), lines.size())
                : Words.of("validator.mended", mend.words(), lines.size(), List.copyOf(lines));
    }
}
