package mtasts.policy;

import org.jspecify.annotations.Nullable;

/**
 * What is sent to retire a policy.
 *
 * @param current the number of the version that was current when the page was opened
 * @param reason why
 */
record RetireForm(@Nullable String current, @Nullable String reason) {

    static RetireForm blank(int current) {
        return new RetireForm(String.valueOf(current), "");
    }

    int expectedCurrent() {
        return current != null && current.matches("[0-9]{1,9}") ? Integer.parseInt(current) : 0;
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }
}
