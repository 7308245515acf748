package mtasts.validator;

import org.jspecify.annotations.Nullable;

/**
 * What was pasted.
 *
 * @param kind what the person says it is: {@code policy}, {@code record}, or anything else to have it found out
 */
record ValidatorForm(@Nullable String text, @Nullable String kind) {

    static ValidatorForm blank() {
        return new ValidatorForm("", "either");
    }

    /** Something to try. */
    static ValidatorForm example(String kind) {
        return new ValidatorForm(Example.broken(kind), "either");
    }

    public String pasted() {
        return text == null ? "" : text;
    }

    public String choice() {
        return kind == null || kind.isEmpty() ? "either" : kind;
    }
}
