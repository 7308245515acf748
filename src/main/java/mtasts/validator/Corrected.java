package mtasts.validator;

import java.util.List;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.Severity;
import mtasts.web.Words;

/**
 * A text as it was meant, to be copied.
 *
 * @param done what was put right
 * @param left how many findings break the standard still, for a person to decide about
 */
record Corrected(String text, List<Words> done, int left) {

    static Corrected of(String text, Mends mends, Reading<?> after) {
        var left = after.findings().stream()
                .filter(finding -> finding.severity() == Severity.INVALID)
                .count();
        return new Corrected(text, mends.words(), (int) left);
    }

    /** How it stands now. */
    public Words outlook() {
        return left == 0 ? Words.of("validator.corrected.valid") : Words.of("validator.corrected.left", left);
    }
}
