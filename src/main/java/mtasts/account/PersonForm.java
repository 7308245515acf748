package mtasts.account;

import java.util.Objects;

/** What was typed to add a person. */
record PersonForm(String mail, String displayName, String role) {

    PersonForm {
        mail = Objects.requireNonNullElse(mail, "");
        displayName = Objects.requireNonNullElse(displayName, "");
        role = Objects.requireNonNullElse(role, Role.READER.text());
    }

    static PersonForm blank() {
        return new PersonForm("", "", Role.READER.text());
    }
}
