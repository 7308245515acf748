package mtasts.account;

import java.util.Objects;

/**
 * What everybody may choose for the own account.
 *
 * @param language {@code en}, {@code es}, or empty for what the browser asks for
 */
record AccountForm(String displayName, String language) {

    AccountForm {
        displayName = Objects.requireNonNullElse(displayName, "");
        language = Objects.requireNonNullElse(language, "");
    }

    static AccountForm of(Person person) {
        return new AccountForm(person.displayName(), Objects.requireNonNullElse(person.language(), ""));
    }
}
