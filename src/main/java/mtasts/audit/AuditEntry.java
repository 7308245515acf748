package mtasts.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param id rises with every entry
 * @param at when
 * @param personId who did it, {@code null} when it was no person
 * @param who what that person was called then; {@code installation} or {@code console} when it was no person
 * @param address the network address it was asked from, {@code null} when no request asked
 * @param action a stable dotted code with a sentence under {@code audit.action.<action>}
 * @param subject what it was done to
 * @param before the values before, empty when there were none
 * @param after the values after, empty when there are none
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable Long personId,
        String who,
        @Nullable String address,
        String action,
        String subject,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {

    /**
     * One value that changed.
     *
     * @param field its key, with a name under {@code audit.field.<field>}
     * @param before as it was, one line for each member of a list; {@code null} when it was not set
     * @param after as it is now, likewise
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** The values that differ between before and after, by field. */
    public List<Change> changes() {
        return Stream.of(before, after)
                .flatMap(values -> values.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(field -> new Change(field, text(before.get(field)), text(after.get(field))))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            case Object other -> other.toString();
        };
    }
}
