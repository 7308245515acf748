package mtasts.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** Somebody who uses this installation. People are disabled, never deleted, so that what they did keeps its author. */
@Entity
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String mail;

    private String displayName;

    private Role role;

    private @Nullable String password;

    private @Nullable String language;

    private byte @Nullable [] linkHash;

    private @Nullable Instant linkExpiresAt;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant disabledAt;

    @Version
    @Column(name = "lock")
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected Person() {}

    Person(MailAddress mail, DisplayName displayName, Role role, Instant now) {
        this.mail = mail.text();
        this.displayName = displayName.text();
        this.role = role;
        this.createdAt = now;
    }

    void rename(DisplayName name) {
        displayName = name.text();
    }

    void become(Role newRole) {
        role = newRole;
    }

    void speak(@Nullable String chosenLanguage) {
        language = chosenLanguage;
    }

    /** From now on this link, and no earlier one, lets the person set a password. The present password stays until then. */
    void give(OneTimeLink link) {
        linkHash = link.hash();
        linkExpiresAt = link.expiresAt();
    }

    /** Sets the password's hash; a link that was still open is dead with it. */
    void keepPassword(String hash) {
        password = hash;
        linkHash = null;
        linkExpiresAt = null;
    }

    /** The same password, hashed with more cost. */
    void strengthen(String hash) {
        password = hash;
    }

    /** From now on the person cannot sign in, and a link that was still open is dead. */
    void disable(Instant now) {
        disabledAt = now;
        linkHash = null;
        linkExpiresAt = null;
    }

    void enable() {
        disabledAt = null;
    }

    /** Whether this person can sign in and change things: one such person must always be left. */
    boolean keepsTheInstallation() {
        return role == Role.ADMINISTRATOR && !isDisabled() && password != null;
    }

    boolean hasOpenLink(Instant now) {
        return linkExpiresAt != null && now.isBefore(linkExpiresAt) && !isDisabled();
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether and how the person can sign in. */
    public Words state(Instant now) {
        if (disabledAt != null) {
            return Words.of("account.state.disabled", Words.day(disabledAt));
        }
        if (linkExpiresAt != null && now.isBefore(linkExpiresAt)) {
            return Words.of(
                    password == null ? "account.state.invited" : "account.state.new-link", Words.moment(linkExpiresAt));
        }
        return Words.of(password == null ? "account.state.link-expired" : "account.state.active");
    }

    SignedIn signedIn() {
        return new SignedIn(id(), mail, displayName, role, language);
    }

    public long id() {
        return Objects.requireNonNull(id, "saved");
    }

    public String mail() {
        return mail;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    @Nullable
    String password() {
        return password;
    }

    @Nullable
    String language() {
        return language;
    }
}
