package mtasts.account;

import java.util.Objects;

/**
 * What was typed to sign in.
 *
 * @param to the page to go to afterwards
 */
record SignInForm(String mail, String password, String to) {

    SignInForm {
        mail = Objects.requireNonNullElse(mail, "");
        password = Objects.requireNonNullElse(password, "");
        to = Objects.requireNonNullElse(to, "");
    }

    static SignInForm blank(String to) {
        return new SignInForm("", "", to);
    }
}
