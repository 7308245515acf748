package mtasts.account;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mtasts.audit.AuditTrail;
import mtasts.web.LanguageChosen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may change: the own name, language and password, and the end of the own sessions. */
@Component
class OwnAccount {

    private final People people;
    private final Sessions sessions;
    private final AuditTrail trail;

    OwnAccount(People people, Sessions sessions, AuditTrail trail) {
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** @return whether it was done; not when somebody else is called so already */
    @Transactional
    public boolean rename(long id, DisplayName name) {
        var person = people.lock(id).orElseThrow();
        if (person.displayName().equals(name.text())) {
            return true;
        }
        if (people.isNameTaken(name.text(), id)) {
            return false;
        }
        trail.record(
                "person.renamed", person.mail(), Map.of("name", person.displayName()), Map.of("name", name.text()));
        person.rename(name);
        return true;
    }

    @EventListener
    @Transactional
    public void speak(LanguageChosen chosen) {
        speak(chosen.actor().personId(), chosen.language());
    }

    /** @param language {@code en}, {@code es}, or {@code null} for what the browser asks for */
    @Transactional
    public void speak(long id, @Nullable String language) {
        var person = people.lock(id).orElseThrow();
        if (!Objects.equals(person.language(), language)) {
            trail.record("person.language-chosen", person.mail(), language(person.language()), language(language));
            person.speak(language);
        }
    }

    /**
     * Sets another password and ends the person's sessions.
     *
     * @param keptSession the id of the session that stays
     */
    @Transactional
    public Person changePassword(long id, String hash, @Nullable String keptSession) {
        var person = people.lock(id).orElseThrow();
        person.keepPassword(hash);
        sessions.end(person, keptSession);
        trail.record("person.password-changed", person.mail(), null, null);
        return person;
    }

    /** Ends every session of the person, the one that asks for it too. */
    @Transactional
    public void signOutEverywhere(long id) {
        var person = people.lock(id).orElseThrow();
        int ended = sessions.end(person, null);
        trail.record("person.signed-out-everywhere", person.mail(), null, Map.of("sessions", ended));
    }

    private static Map<String, @Nullable String> language(@Nullable String language) {
        var values = new TreeMap<String, @Nullable String>();
        values.put("language", language);
        return values;
    }
}
