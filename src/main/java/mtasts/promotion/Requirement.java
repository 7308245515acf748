package mtasts.promotion;

import java.util.function.Function;
import mtasts.web.Criterion;

/**
 * What must be so before a policy is enforced. One more requirement is one more value here: a function from the evidence
 * to a judgement with its numbers.
 */
public enum Requirement {
    /** In testing for 14 × 24 hours without a break. */
    DUE(Due::judge),
    /** Every registered MX host is covered by the text that would be published. */
    EVERY_HOST_COVERED(EveryHostCovered::judge),
    /** Nothing in the text that would be published is invalid or a danger. */
    NO_DANGER(NoDanger::judge),
    /** A named person vouches for what cannot be seen from here. */
    OWN_WORD(OwnWord::judge);

    private final Function<Evidence, Criterion> judge;

    Requirement(Function<Evidence, Criterion> judge) {
        this.judge = judge;
    }

    Criterion judge(Evidence evidence) {
        return judge.apply(evidence);
    }
}
