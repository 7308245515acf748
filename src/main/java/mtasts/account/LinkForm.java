package mtasts.account;

import java.util.Objects;

/** The password that was typed at a one-time link. */
record LinkForm(String password) {

    LinkForm {
        password = Objects.requireNonNullElse(password, "");
    }
}
