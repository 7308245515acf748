package mtasts.audit;

import java.time.Instant;
import java.util.Map;
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
        Map<String, @Nullable Object> after) {}
