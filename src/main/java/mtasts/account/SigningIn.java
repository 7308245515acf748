package mtasts.account;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether a mail address and a password belong together. */
@Component
class SigningIn {

    private final People people;
    private final Passwords passwords;
    private final Throttle throttle;

    SigningIn(People people, Passwords passwords, Throttle throttle) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** Nothing tells an account that does not exist from a wrong password, or from one that is disabled. */
    sealed interface Outcome {
        record Welcome(Person person) implements Outcome {}

        record Refused() implements Outcome {}

        record TooOften(Duration delay) implements Outcome {}
    }

    /**
     * In no transaction: to compute a hash takes its time, and no connection is to wait for it.
     *
     * @param mail as typed
     * @param address the network address it is tried from
     */
    Outcome signIn(String mail, String password, String address) {
        var account = MailAddress.read(mail).map(MailAddress::text).orElse("");
        var delay = throttle.guess(account, address);
        if (delay.isPresent()) {
            return new Outcome.TooOften(delay.get());
        }
        var person = people.findByMail(account).orElse(null);
        if (!passwords.matches(password, person == null ? null : person.password())
                || person == null
                || person.isDisabled()) {
            return new Outcome.Refused();
        }
        throttle.succeeded(account, address);
        return new Outcome.Welcome(withStrongHash(person, password));
    }

    /** A hash made with less than today's cost is made anew while the password is at hand. */
    private Person withStrongHash(Person person, String password) {
        var hash = person.password();
        if (hash == null || !passwords.isWeak(hash)) {
            return person;
        }
        person.strengthen(passwords.hash(password));
        return people.save(person);
    }
}
