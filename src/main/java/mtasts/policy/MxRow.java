package mtasts.policy;

import java.util.List;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.PolicyCode;
import mtasts.web.FindingViews;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One {@code mx} line of the editor.
 *
 * @param place counted from 0
 * @param value as typed
 * @param mark {@code null} where there is nothing to say
 * @param says what there is to say
 * @param mend what to write in its stead, to be taken with one click
 */
record MxRow(
        int place,
        String value,
        @Nullable Mark mark,
        @Nullable Words says,
        @Nullable String mend) {

    /** A line with nothing in it. */
    static MxRow blank(int place) {
        return new MxRow(place, "", null, null, null);
    }

    /**
     * Judges a line.
     *
     * @param line the same line within the text that was judged, with its field name
     * @param findings about that line, the worst first
     */
    static MxRow judged(int place, String value, String line, List<Finding> findings, List<DomainName> hosts) {
        if (!findings.isEmpty()) {
            var worst = findings.getFirst();
            var says = worst.code() == PolicyCode.MX_STALE ? Words.of("policy.row.stale") : FindingViews.what(worst);
            return new MxRow(place, value, Mark.of(worst.severity()), says, Mending.of(line, worst));
        }
        var covered = MxPattern.read(value.strip())
                .value()
                .map(pattern -> hosts.stream().filter(pattern::matches).toList())
                .orElse(List.of());
        var says = covered.isEmpty() ? Words.of("policy.row.valid") : Words.of("policy.row.covers", covered);
        return new MxRow(place, value, Mark.OK, says, null);
    }

    /** Whether the field is marked as wrong. */
    public boolean bad() {
        return mark == Mark.INVALID;
    }
}
