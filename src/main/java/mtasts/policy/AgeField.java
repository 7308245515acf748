package mtasts.policy;

import java.util.List;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.PolicyCode;
import mtasts.web.FindingViews;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The length of time in the editor.
 *
 * @param value as typed
 * @param mark {@code null} where there is nothing to say
 * @param says what there is to say
 * @param mend what to write in its stead, to be taken with one click
 */
record AgeField(
        String value,
        @Nullable Mark mark,
        @Nullable Words says,
        @Nullable String mend) {

    /** The lengths that can be picked from a list. */
    static final List<String> PRESETS = List.of("86400", "604800", "1209600", "2419200", "7776000");

    /**
     * Judges it.
     *
     * @param line the same value within the text that was judged, with its field name
     * @param findings about that line, the worst first
     */
    static AgeField judged(String value, String line, List<Finding> findings, Mode mode) {
        if (findings.isEmpty()) {
            return new AgeField(value, null, null, null);
        }
        var worst = findings.getFirst();
        var mended = Mending.of(line, worst);
        return new AgeField(
                value,
                Mark.of(worst.severity()),
                FindingViews.what(worst),
                mended == null ? recommended(worst, mode) : mended);
    }

    private static @Nullable String recommended(Finding finding, Mode mode) {
        if (finding.code() == PolicyCode.MAX_AGE_LONG) {
            return MaxAge.NINETY_DAYS.text();
        }
        return switch (mode) {
            case TESTING -> MaxAge.WEEK.text();
            case ENFORCE -> MaxAge.TWO_WEEKS.text();
            case NONE -> MaxAge.DAY.text();
        };
    }

    /** Whether the field is marked as wrong. */
    public boolean bad() {
        return mark == Mark.INVALID;
    }

    public List<String> presets() {
        return PRESETS;
    }

    /** The length of the list that it is; empty where it is another. */
    public String preset() {
        return PRESETS.contains(value) ? value : "";
    }
}
