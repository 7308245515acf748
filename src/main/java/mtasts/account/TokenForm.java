package mtasts.account;

import java.util.List;
import java.util.Objects;

/**
 * What is asked for a new token.
 *
 * @param scope {@code read} or {@code write}
 * @param days after how many it ends: one of {@link #DAYS}, or empty for never
 */
record TokenForm(String name, String scope, String days) {

    static final List<String> DAYS = List.of("30", "90", "365");

    TokenForm {
        name = Objects.requireNonNullElse(name, "").strip();
        scope = Objects.requireNonNullElse(scope, "read");
        days = Objects.requireNonNullElse(days, "");
    }

    static TokenForm blank() {
        return new TokenForm("", "read", "90");
    }

    boolean writes() {
        return scope.equals("write");
    }
}
