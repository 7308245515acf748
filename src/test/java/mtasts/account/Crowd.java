package mtasts.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes people who can sign in with one and the same password. */
class Crowd {

    static final String PASSWORD = "three blue bicycles";

    private final People people;
    private final Clock clock;

    /** One for all tests: to compute it takes its time. */
    private static @Nullable String hash;

    Crowd(People people, Passwords passwords, Clock clock) {
        this.people = people;
        this.clock = clock;
        if (hash == null) {
            hash = passwords.hash(PASSWORD);
        }
    }

    Person administrator(String name) {
        return somebody(name, Role.ADMINISTRATOR);
    }

    Person reader(String name) {
        return somebody(name, Role.READER);
    }

    private Person somebody(String name, Role role) {
        var mail = new MailAddress(name.toLowerCase(Locale.ROOT) + "@example.net");
        var person = new Person(mail, new DisplayName(name), role, clock.instant());
        person.keepPassword(Objects.requireNonNull(hash));
        return people.save(person);
    }
}
