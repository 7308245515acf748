package mtasts.web;

import java.util.List;
import mtasts.rfc8461.Finding;

/** Findings of the standards' readers as pages show them. */
public final class FindingViews {

    private FindingViews() {}

    /** Each with its line, where it has one, in the order given. */
    public static List<FindingView> of(List<Finding> findings) {
        return findings.stream().map(FindingViews::of).toList();
    }

    /** One of them, with its line where it has one. */
    public static FindingView of(Finding finding) {
        return new FindingView(
                Mark.of(finding.severity()),
                finding.place().line() == 0
                        ? null
                        : Words.of("web.finding.line", finding.place().line()),
                what(finding),
                words(finding, "means"),
                words(finding, "do"),
                finding.code().text(),
                new Citation(finding.code().section()),
                null);
    }

    /** What is wrong, in one sentence without a full stop. */
    public static Words what(Finding finding) {
        return words(finding, "what");
    }

    /** One of the messages of a finding: {@code what}, {@code means} or {@code do}. */
    static Words words(Finding finding, String part) {
        return Words.of(
                "finding." + finding.words() + "." + part, finding.arguments().toArray());
    }
}
