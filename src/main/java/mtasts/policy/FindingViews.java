package mtasts.policy;

import java.util.List;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Severity;
import mtasts.web.Citation;
import mtasts.web.FindingView;
import mtasts.web.Mark;
import mtasts.web.Words;

/** Findings of the standard's readers as pages show them. */
public final class FindingViews {

    private FindingViews() {}

    /** Each with its line, where it has one, in the order given. */
    public static List<FindingView> of(List<Finding> findings) {
        return findings.stream().map(FindingViews::of).toList();
    }

    /** One of them, with its line where it has one. */
    public static FindingView of(Finding finding) {
        return new FindingView(
                mark(finding.severity()),
                finding.place().line() == 0
                        ? null
                        : Words.of("policy.line", finding.place().line()),
                words(finding, "what"),
                words(finding, "means"),
                words(finding, "do"),
                finding.code().text(),
                new Citation(finding.code().section()),
                null);
    }

    /** What is wrong, in one sentence without a full stop. */
    static Words what(Finding finding) {
        return words(finding, "what");
    }

    static Mark mark(Severity severity) {
        return switch (severity) {
            case INVALID -> Mark.INVALID;
            case DANGER -> Mark.DANGER;
            case ADVICE -> Mark.ADVICE;
            case OK -> Mark.OK;
        };
    }

    private static Words words(Finding finding, String part) {
        return Words.of(
                "finding." + finding.words() + "." + part, finding.arguments().toArray());
    }
}
