package mtasts.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import mtasts.rfc8461.Finding;

/** Findings of the standards' readers as pages show them. */
public final class FindingViews {

    private FindingViews() {}

    /** So many of one kind are shown: a hostile text can give as many as it has octets. */
    static final int MOST_OF_A_KIND = 20;

    /**
     * Each with its line, where it has one, in the order given; of a kind at most {@value #MOST_OF_A_KIND}, and after them
     * all how many more there are.
     */
    public static List<FindingView> of(List<Finding> findings) {
        var shown = new ArrayList<FindingView>();
        var numbers = new LinkedHashMap<String, Integer>();
        var last = new LinkedHashMap<String, Finding>();
        for (var finding : findings) {
            if (numbers.merge(finding.words(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                shown.add(of(finding));
            } else {
                last.putIfAbsent(finding.words(), finding);
            }
        }
        last.forEach((kind, finding) -> shown.add(more(finding, numbers.getOrDefault(kind, 0) - MOST_OF_A_KIND)));
        return List.copyOf(shown);
    }

    private static FindingView more(Finding finding, int number) {
        return new FindingView(
                Mark.of(finding.severity()),
                null,
                Words.of("web.finding.more", number),
                null,
                null,
                finding.code().text(),
                new Citation(finding.code().section()),
                null);
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
