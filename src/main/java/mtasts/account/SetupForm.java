package mtasts.account;

import java.util.Objects;

/** What was typed for the first account. */
record SetupForm(String code, String mail, String displayName, String password) {

    SetupForm {
        code = Objects.requireNonNullElse(code, "");
        mail = Objects.requireNonNullElse(mail, "");
        displayName = Objects.requireNonNullElse(displayName, "");
        password = Objects.requireNonNullElse(password, "");
    }

    static SetupForm blank(String code) {
        return new SetupForm(code, "", "", "");
    }
}
