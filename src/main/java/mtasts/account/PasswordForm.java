package mtasts.account;

import java.util.Objects;

/** What was typed to change the own password. */
record PasswordForm(String oldPassword, String password) {

    PasswordForm {
        oldPassword = Objects.requireNonNullElse(oldPassword, "");
        password = Objects.requireNonNullElse(password, "");
    }

    static PasswordForm blank() {
        return new PasswordForm("", "");
    }
}
