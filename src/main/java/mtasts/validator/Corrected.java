package mtasts.validator;

import java.util.List;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.Severity;
import mtasts.web.FindingViews;
import mtasts.web.Words;

/**
 * A text with everything put right that leaves nothing to decide, to be copied where senders take it.
 *
 * @param done what was put right
 * @param taken whether senders take the text as it is now
 * @param left what a person has to decide about, a sentence each; no more than can be looked through
 * @param moreLeft how many of those there are besides
 */
record Corrected(String text, List<Words> done, boolean taken, List<Words> left, int moreLeft) {

    private static final int MOST_LEFT = 20;

    static Corrected of(String text, Mends mends, Reading<?> after) {
        boolean taken = after.value().isPresent();
        var worst = taken ? Severity.DANGER : Severity.INVALID;
        var left = after.findings().stream()
                .filter(finding -> finding.severity() == worst)
                .map(FindingViews::what)
                .distinct()
                .toList();
        return new Corrected(
                text,
                mends.words(),
                taken,
                left.stream().limit(MOST_LEFT).toList(),
                Math.max(0, left.size() - MOST_LEFT));
    }

    /** How it stands now. */
    public Words outlook() {
        if (!taken) {
            return Words.of("validator.corrected.refused", left.size() + moreLeft);
        }
        return left.isEmpty()
                ? Words.of("validator.corrected.valid")
                : Words.of("validator.corrected.danger", left.size() + moreLeft);
    }
}
