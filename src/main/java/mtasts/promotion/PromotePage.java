package mtasts.promotion;

import java.util.List;
import mtasts.policy.PolicyVersion;
import mtasts.rfc8461.MaxAge;
import mtasts.web.DiffLine;
import mtasts.web.Glyph;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the promote page shows.
 *
 * @param name the domain's A-label
 * @param state what can be done here
 * @param expected the number of the current version, 0 for none
 * @param step what the hero says; its button is the form's where the state is {@link State#READY}
 * @param readiness the evidence; {@code null} where there is nothing to promote
 * @param held what senders will do with mail for the MX hosts that would not be covered; {@code null} where each is
 * @param diff from what is there to what would be published
 * @param longer whether {@code max_age} grows
 * @param maxAge what would be published
 * @param draft whether an open draft stays
 * @param current the version that is current, {@code null} for none
 */
record PromotePage(
        String name,
        State state,
        int expected,
        NextStep step,
        @Nullable Readiness readiness,
        @Nullable Words held,
        List<DiffLine> diff,
        boolean longer,
        @Nullable MaxAge maxAge,
        boolean draft,
        @Nullable PolicyVersion current) {

    /** What can be done. */
    enum State {
        /** All but the word is met: three ticks and one button. */
        READY,
        /** In testing, and something is not met: only with a reason. */
        NOT_YET,
        /** Never published: enforce at once, only with a reason. */
        AT_ONCE,
        /** It takes no mail, so there is nothing to protect. */
        NO_MAIL,
        /** Never published, and no draft is open. */
        NO_DRAFT,
        /** In enforce: what it rests on. */
        ENFORCED,
        /** Given up: testing comes first. */
        GIVEN_UP
    }

    /** Whether the text can be published with a reason. */
    public boolean anyway() {
        return state == State.READY || state == State.NOT_YET || state == State.AT_ONCE;
    }

    /** Those that are longer than what is proposed. */
    public List<MaxAge> lengths() {
        return maxAge == null
                ? List.of()
                : MaxAge.OFFERED.stream()
                        .filter(length -> length.compareTo(maxAge) > 0)
                        .toList();
    }

    /** The stage that mail is in today. */
    public Glyph from() {
        return expected == 0 ? Glyph.UNPUBLISHED : Glyph.TESTING;
    }

    /** The stage that mail is in afterwards. */
    public Glyph to() {
        return Glyph.ENFORCE;
    }

    /** Who published the current version, and when. */
    public @Nullable Words published() {
        return current == null
                ? null
                : Words.of(
                        "promotion.basis.published",
                        current.number(),
                        current.author(),
                        Words.moment(current.publishedAt()));
    }
}
