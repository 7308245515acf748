package mtasts.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mtasts.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A one-time link for an administrator who is locked out, made by whoever has the console. A disabled administrator is
 * enabled again with it.
 */
@Component
public class Rescue {

    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    Rescue(People people, AuditTrail trail, Clock clock) {
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * There is a link.
         *
         * @param path its path in this application
         * @param enabled whether the person was disabled until now
         */
        record Link(String displayName, String path, Instant expiresAt, boolean enabled) implements Outcome {}

        /** Somebody else's business: an administrator makes links for readers. */
        record Reader(String displayName) implements Outcome {}

        /**
         * Nobody has that mail address.
         *
         * @param administrators the mail addresses that would have done
         */
        record Nobody(List<String> administrators) implements Outcome {}
    }

    /** @param mail as typed */
    @Transactional
    public Outcome rescue(String mail) {
        var administrators = people.lockAdministrators();
        var found = MailAddress.read(mail).flatMap(address -> people.findByMail(address.text()));
        if (found.isEmpty()) {
            return new Outcome.Nobody(
                    administrators.stream().map(Person::mail).sorted().toList());
        }
        var person = found.get();
        if (person.role() != Role.ADMINISTRATOR) {
            return new Outcome.Reader(person.displayName());
        }
        var link = OneTimeLink.make(clock.instant());
        boolean wasDisabled = person.isDisabled();
        if (wasDisabled) {
            person.enable();
            record("person.enabled", person, Map.of("disabled", true), Map.of("disabled", false));
        }
        person.give(link);
        record("person.link-made", person, Map.of(), Map.of("link-until", link.expiresAt()));
        return new Outcome.Link(person.displayName(), link.path(), link.expiresAt(), wasDisabled);
    }

    private void record(String action, Person person, Map<String, ?> before, Map<String, ?> after) {
        trail.record(() -> AuditTrail.CONSOLE, action, person.mail(), before, after);
    }
}
