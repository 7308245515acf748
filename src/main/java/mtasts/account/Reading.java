package mtasts.account;

import java.util.Optional;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads the fields that several forms share, and says at the field what is wrong with it. */
@Component
class Reading {

    private final Passwords passwords;

    Reading(Passwords passwords) {
        this.passwords = passwords;
    }

    /** The form's field {@code mail}. */
    Optional<MailAddress> mail(String typed, Errors problems) {
        var mail = MailAddress.read(typed);
        if (mail.isEmpty()) {
            reject("mail", Words.of(typed.isBlank() ? "account.mail.missing" : "account.mail.invalid"), problems);
        }
        return mail;
    }

    /** The form's field {@code displayName}. */
    Optional<DisplayName> name(String typed, Errors problems) {
        return switch (DisplayName.read(typed)) {
            case DisplayName.Reading.Name(DisplayName name) -> Optional.of(name);
            case DisplayName.Reading.Refused(Words words) -> {
                reject("displayName", words, problems);
                yield Optional.empty();
            }
        };
    }

    /** The hash of the form's field {@code password}, computed only when nothing else is wrong. */
    Optional<String> newPassword(String typed, String mail, String displayName, Errors problems) {
        passwords.objection(typed, mail, displayName).ifPresent(words -> reject("password", words, problems));
        return problems.hasErrors() ? Optional.empty() : Optional.of(passwords.hash(typed));
    }

    static void reject(String field, Words words, Errors problems) {
        problems.rejectValue(field, words.key(), words.arguments().toArray(), null);
    }
}
