package mtasts.promotion;

import mtasts.policy.Word;
import mtasts.rfc8461.MaxAge;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked and typed on the promote page; ticks are {@code "true"} or nothing.
 *
 * @param expected the number of the version that was looked at, 0 for none
 * @param anyway whether the second form of the page was sent: a reason in the stead of the evidence
 * @param read what happens to mail was read
 * @param maxAge seconds in the stead of what is proposed
 */
record PromoteForm(
        @Nullable Integer expected,
        @Nullable String live,
        @Nullable String reports,
        @Nullable String hosts,
        @Nullable String anyway,
        @Nullable String reason,
        @Nullable String read,
        @Nullable String maxAge) {

    static PromoteForm blank() {
        return new PromoteForm(null, null, null, null, null, null, null, null);
    }

    int looked() {
        return expected == null ? 0 : expected;
    }

    Word word() {
        return new Word(ticked(live), ticked(reports), ticked(hosts));
    }

    boolean isAnyway() {
        return ticked(anyway);
    }

    boolean hasRead() {
        return ticked(read);
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }

    /** How long senders may keep it, where another length than the proposed one was chosen. */
    @Nullable
    MaxAge chosen() {
        return MaxAge.OFFERED.stream()
                .filter(length -> length.text().equals(maxAge))
                .findFirst()
                .orElse(null);
    }

    private static boolean ticked(@Nullable String tick) {
        return "true".equals(tick);
    }
}
