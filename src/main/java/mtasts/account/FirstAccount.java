package mtasts.account;

import java.time.Clock;
import java.util.Map;
import mtasts.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The account that an installation begins with: an administrator's. */
@Component
class FirstAccount {

    private final People people;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAccount(People people, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there is any account. */
    boolean exists() {
        return people.isAnybodyThere();
    }

    sealed interface Outcome {
        record Created(Person person) implements Outcome {}

        /** Somebody was faster. */
        record AlreadyThere() implements Outcome {}
    }

    /** @param passwordHash the hash of a password that {@link Passwords#objection} has nothing against */
    @Transactional
    public Outcome create(MailAddress mail, DisplayName name, String passwordHash) {
        jdbc.sql("select one from installation for update").query().singleRow();
        if (people.isAnybodyThere()) {
            return new Outcome.AlreadyThere();
        }
        var person = new Person(mail, name, Role.ADMINISTRATOR, clock.instant());
        person.keepPassword(passwordHash);
        people.save(person);
        trail.record(
                person.signedIn(),
                "person.first",
                person.mail(),
                null,
                Map.of("name", person.displayName(), "role", person.role().text()));
        return new Outcome.Created(person);
    }
}
