package mtasts.promotion;

import java.util.List;
import mtasts.policy.Publication;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What promoting would come to, as things stand.
 *
 * @param from the mode of the current version, {@code null} for none
 * @param current the number of the current version, 0 for none
 * @param objection why nothing would be published, also with a reason; {@code null} where it would
 * @param unmet what is not met or not known, apart from the word: with any, a reason is needed
 */
public record PromotionProspect(
        @Nullable Mode from, int current, @Nullable Publication objection, List<Readiness.Judged> unmet) {

    /** Whether this is among what is not met or not known. */
    public boolean lacks(Requirement requirement) {
        return unmet.stream().anyMatch(judged -> judged.requirement() == requirement);
    }

    PromotionProspect but(Publication objection) {
        return new PromotionProspect(from, current, objection, unmet);
    }

    PromotionProspect lacking(List<Readiness.Judged> unmet) {
        return new PromotionProspect(from, current, objection, List.copyOf(unmet));
    }
}
