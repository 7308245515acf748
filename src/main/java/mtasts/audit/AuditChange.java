package mtasts.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mtasts.web.DiffLine;
import mtasts.web.LineChange;
import org.jspecify.annotations.Nullable;

/**
 * One value that an entry's deed changed.
 *
 * @param field its key, with a name under {@code audit.field.<field>}
 * @param before its lines as they were, none when it was not set
 * @param after its lines as they are now, likewise
 * @param yesOrNo whether it is {@code true} or {@code false}
 */
record AuditChange(String field, List<String> before, List<String> after, boolean yesOrNo) {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    /** How many lines are shown without being asked for. */
    private static final int FEW = 8;

    /** The values that differ between before and after, by field. */
    static List<AuditChange> of(AuditEntry entry) {
        var fields = new TreeSet<String>();
        fields.addAll(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .map(field -> of(field, entry.before().get(field), entry.after().get(field)))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static AuditChange of(String field, @Nullable Object before, @Nullable Object after) {
        return new AuditChange(
                field, lines(before), lines(after), before instanceof Boolean || after instanceof Boolean);
    }

    /** The instant that a line is, or {@code null}. */
    public @Nullable Instant instant(String line) {
        try {
            return INSTANT.matcher(line).matches() ? Instant.parse(line) : null;
        } catch (DateTimeParseException noInstant) {
            return null;
        }
    }

    /** Whether it can be told in one line: this became that. */
    public boolean isShort() {
        return before.size() < 2 && after.size() < 2;
    }

    /** Whether it is too much to be shown without being asked for. */
    public boolean isLong() {
        return before.size() + after.size() > 2 * FEW;
    }

    /** Line by line, for what is not short. */
    public List<DiffLine> difference() {
        return LineChange.between(before, after).stream()
                .flatMap(change -> Stream.of(
                                lines(DiffLine.Kind.SAME, change.same()),
                                lines(DiffLine.Kind.REMOVED, change.removed()),
                                lines(DiffLine.Kind.ADDED, change.added()))
                        .flatMap(Function.identity()))
                .toList();
    }

    private static Stream<DiffLine> lines(DiffLine.Kind kind, List<String> lines) {
        return lines.stream().map(line -> new DiffLine(kind, line));
    }

    /** A list has a line for each member, a text its own lines; what was not set has none. */
    private static List<String> lines(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object other -> Objects.toString(other).lines().toList();
        };
    }
}
