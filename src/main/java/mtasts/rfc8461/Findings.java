package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has been said about a text so far. */
final class Findings {

    private final List<Finding> said = new ArrayList<>();
    private boolean invalid;
    private boolean sorted = true;

    void say(Finding finding) {
        sorted &= said.isEmpty() || said.getLast().place().compareTo(finding.place()) <= 0;
        said.add(finding);
        invalid |= finding.severity() == Severity.INVALID;
    }

    boolean areInvalid() {
        return invalid;
    }

    /** In input order. */
    List<Finding> inOrder() {
        if (!sorted) {
            said.sort(Comparator.comparing(Finding::place));
        }
        return said;
    }
}
