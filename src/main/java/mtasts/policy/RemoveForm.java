package mtasts.policy;

import org.jspecify.annotations.Nullable;

/**
 * What is sent to remove a domain.
 *
 * @param anyway {@code "true"} where it is to go whatever senders hold
 * @param reason why it cannot wait
 */
record RemoveForm(@Nullable String anyway, @Nullable String reason) {

    static RemoveForm blank() {
        return new RemoveForm(null, null);
    }

    boolean isAnyway() {
        return "true".equals(anyway);
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }
}
