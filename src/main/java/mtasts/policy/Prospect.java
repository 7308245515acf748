package mtasts.policy;

import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What publishing would come to, as things stand.
 *
 * @param from the mode of the current version, {@code null} for none
 * @param current the number of the current version, 0 for none
 * @param draft the {@link Draft#lock()} of the open draft, 0 for none
 * @param objection why nothing would be published; {@code null} where it would
 */
public record Prospect(
        @Nullable Mode from,
        int current,
        int draft,
        @Nullable Publication objection) {

    Prospect but(Publication objection) {
        return new Prospect(from, current, draft, objection);
    }
}
