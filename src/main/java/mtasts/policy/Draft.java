package mtasts.policy;

import java.time.Instant;
import java.util.Optional;
import mtasts.rfc8461.Mode;

/**
 * The one editable next version of a domain.
 *
 * @param savedBy what the person was called then
 * @param lock changes with every save, and no value comes twice
 */
public record Draft(long domainId, Typed typed, Instant savedAt, String savedBy, int lock) {

    /** The mode that a draft takes: the current version's, and testing where that is {@code none} or nothing. */
    public static Mode mode(Optional<PolicyVersion> current) {
        return current.map(PolicyVersion::mode)
                .filter(mode -> mode != Mode.NONE)
                .orElse(Mode.TESTING);
    }
}
