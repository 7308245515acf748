package mtasts.promotion;

import mtasts.policy.Word;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked and typed on the promote page; ticks are {@code "true"} or nothing.
 *
 * @param expected the number of the version that was looked at, 0 for none
 * @param anyway whether the second form of the page was sent: a reason in the stead of the evidence
 * @param read what happens to mail was read
 */
record PromoteForm(
        @Nullable Integer expected,
        @Nullable String live,
        @Nullable String reports,
        @Nullable String hosts,
        @Nullable String anyway,
        @Nullable String reason,
        @Nullable String read) {

    static PromoteForm blank() {
        return new PromoteForm(null, null, null, null, null, null, null);
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

    private static boolean ticked(@Nullable String tick) {
        return "true".equals(tick);
    }
}
