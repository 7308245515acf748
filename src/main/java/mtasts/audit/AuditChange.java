package mtasts.audit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import mtasts.web.DiffLine;
import org.jspecify.annotations.Nullable;

/**
 * One value that an entry's deed changed, line by line.
 *
 * @param field its key, with a name under {@code audit.field.<field>}
 */
record AuditChange(String field, List<DiffLine> lines) {

    /** How many lines are shown without being asked for. */
    private static final int FEW = 8;

    /** The values that differ between before and after, by field. */
    static List<AuditChange> of(AuditEntry entry) {
        var fields = new TreeSet<String>();
        fields.addAll(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .filter(field ->
                        !Objects.equals(entry.before().get(field), entry.after().get(field)))
                .map(field -> new AuditChange(
                        field,
                        difference(
                                lines(entry.before().get(field)),
                                lines(entry.after().get(field)))))
                .toList();
    }

    public boolean isLong() {
        return lines.size() > FEW;
    }

    private static List<DiffLine> difference(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, true).getDeltas().stream()
                .flatMap(AuditChange::lines)
                .toList();
    }

    private static Stream<DiffLine> lines(AbstractDelta<String> delta) {
        if (delta.getType() == DeltaType.EQUAL) {
            return lines(DiffLine.Kind.SAME, delta.getSource().getLines());
        }
        return Stream.concat(
                lines(DiffLine.Kind.REMOVED, delta.getSource().getLines()),
                lines(DiffLine.Kind.ADDED, delta.getTarget().getLines()));
    }

    private static Stream<DiffLine> lines(DiffLine.Kind kind, List<String> lines) {
        return lines.stream().map(line -> new DiffLine(kind, line));
    }

    /** A list has a line for each member, a text its own lines; what was not set has none. */
    private static List<String> lines(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object other -> other.toString().lines().toList();
        };
    }
}
