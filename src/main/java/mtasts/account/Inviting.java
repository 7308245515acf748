package mtasts.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import mtasts.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adding people, and the one-time links by which they set their passwords. */
@Component
class Inviting {

    private final People people;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    Inviting(People people, Sessions sessions, AuditTrail trail, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What comes of adding a person. */
    sealed interface Outcome permits Invited, MailTaken, NameTaken {}

    /** What comes of asking for another link. */
    sealed interface Again permits Invited, Disabled, NoSuchPerson {}

    /** The link is shown to the one who asked for it, this once: only its hash is kept. */
    record Invited(Person person, OneTimeLink link) implements Outcome, Again {}

    record MailTaken() implements Outcome {}

    record NameTaken() implements Outcome {}

    /** A disabled person is enabled first. */
    record Disabled() implements Again {}

    record NoSuchPerson() implements Again {}

    @Transactional
    public Outcome invite(MailAddress mail, DisplayName name, Role role) {
        if (people.existsByMail(mail.text())) {
            return new MailTaken();
        }
        if (people.isNameTaken(name.text(), 0)) {
            return new NameTaken();
        }
        var person = new Person(mail, name, role, clock.instant());
        var link = OneTimeLink.make(clock.instant());
        person.give(link);
        people.save(person);
        trail.record("person.added", person.mail(), null, Map.of("name", name.text(), "role", role.text()));
        return new Invited(person, link);
    }

    /** A new link, for somebody who forgot the password or whose link has expired; earlier links are dead. */
    @Transactional
    public Again inviteAgain(long id) {
        var person = people.lock(id).orElse(null);
        if (person == null) {
            return new NoSuchPerson();
        }
        if (person.isDisabled()) {
            return new Disabled();
        }
        var link = OneTimeLink.make(clock.instant());
        person.give(link);
        trail.record("person.link-made", person.mail(), null, Map.of("link-until", link.expiresAt()));
        return new Invited(person, link);
    }

    /** Whose link it is, while it works. */
    Optional<Person> invited(String token) {
        return people.findByLinkHash(OneTimeLink.hash(token)).filter(person -> person.hasOpenLink(clock.instant()));
    }

    /**
     * Sets the password by a link, which is dead afterwards, and ends the sessions begun with the one before.
     *
     * @return whose it was, or nothing when the link no longer works
     */
    @Transactional
    public Optional<Person> accept(String token, String passwordHash) {
        var invited = people.lockByLink(OneTimeLink.hash(token)).filter(person -> person.hasOpenLink(clock.instant()));
        invited.ifPresent(person -> {
            person.keepPassword(passwordHash);
            sessions.end(person, null);
            trail.record(person.signedIn(), "person.password-set", person.mail(), null, null);
        });
        return invited;
    }
}
