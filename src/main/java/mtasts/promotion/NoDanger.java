package mtasts.promotion;

import java.util.List;
import mtasts.rfc8461.Finding;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Meter;
import mtasts.web.Words;

/** The text that would be published has no finding that is invalid or a danger. */
final class NoDanger {

    private static final int NAMED = 3;
    private static final Words WHAT = Words.of("promotion.danger.what");

    private NoDanger() {}

    static Criterion judge(Evidence evidence) {
        Candidate candidate = evidence.candidate();
        if (candidate == null) {
            return new Criterion(Mark.UNKNOWN, WHAT, Words.of("promotion.no-text"), null, new Meter(0, 1, 1));
        }
        List<Finding> grave = candidate.grave();
        Words number = Words.of("promotion.danger.number", grave.size());
        return grave.isEmpty()
                ? new Criterion(Mark.MET, WHAT, Words.of("promotion.danger.none"), number, new Meter(1, 0, 1))
                : new Criterion(Mark.NOT_MET, WHAT, why(evidence, grave), number, new Meter(0, 0, 1));
    }

    private static Words why(Evidence evidence, List<Finding> grave) {
        List<Object> said = grave.stream()
                .limit(NAMED)
                .<Object>map(finding -> Words.of(
                        "promotion.danger.one", Words.of("finding." + finding.words() + ".what", arguments(finding))))
                .toList();
        return Words.of(
                "promotion.danger.some",
                said,
                grave.size(),
                Words.link("/domains/" + evidence.domain() + "/policy", "promotion.danger.mend"));
    }

    private static Object[] arguments(Finding finding) {
        return finding.arguments().toArray();
    }
}
