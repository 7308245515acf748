package mtasts.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import mtasts.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may do what: roles, disabling and enabling. One administrator who can sign in is always left. */
@Component
class Appointing {

    private final People people;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    Appointing(People people, Sessions sessions, AuditTrail trail, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Done(Person person) implements Outcome {}

        /** It was so before. */
        record Nothing() implements Outcome {}

        record LastAdministrator(Person person) implements Outcome {}

        record NoSuchPerson() implements Outcome {}
    }

    @Transactional
    public Outcome give(long id, Role role) {
        var administrators = people.lockAdministrators();
        var person = people.lock(id).orElse(null);
        if (person == null) {
            return new Outcome.NoSuchPerson();
        }
        if (person.role() == role) {
            return new Outcome.Nothing();
        }
        if (isLast(person, administrators)) {
            return new Outcome.LastAdministrator(person);
        }
        trail.record(
                "person.role-changed",
                person.mail(),
                Map.of("role", person.role().text()),
                Map.of("role", role.text()));
        person.become(role);
        return new Outcome.Done(person);
    }

    /** The person can no longer sign in, and what is open of the person's sessions ends now. */
    @Transactional
    public Outcome disable(long id) {
        var administrators = people.lockAdministrators();
        var person = people.lock(id).orElse(null);
        if (person == null) {
            return new Outcome.NoSuchPerson();
        }
        if (person.isDisabled()) {
            return new Outcome.Nothing();
        }
        if (isLast(person, administrators)) {
            return new Outcome.LastAdministrator(person);
        }
        person.disable(clock.instant());
        sessions.end(person, null);
        trail.record("person.disabled", person.mail(), Map.of("disabled", false), Map.of("disabled", true));
        return new Outcome.Done(person);
    }

    @Transactional
    public Outcome enable(long id) {
        Optional<Person> found = people.lock(id);
        if (found.isEmpty()) {
            return new Outcome.NoSuchPerson();
        }
        var person = found.get();
        if (!person.isDisabled()) {
            return new Outcome.Nothing();
        }
        person.enable();
        trail.record("person.enabled", person.mail(), Map.of("disabled", true), Map.of("disabled", false));
        return new Outcome.Done(person);
    }

    private static boolean isLast(Person person, Iterable<Person> administrators) {
        if (!person.keepsTheInstallation()) {
            return false;
        }
        for (var administrator : administrators) {
            if (administrator.id() != person.id() && administrator.keepsTheInstallation()) {
                return false;
            }
        }
        return true;
    }
}
