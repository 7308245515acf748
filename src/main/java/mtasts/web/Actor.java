package mtasts.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who is signed in. The principal of every request of a signed-in person implements it. */
public interface Actor extends Principal {

    /** The person's key, the same for as long as the person exists. */
    long personId();

    /** What the audit trail and the frame call the person. */
    String displayName();

    /** Whether the person may change anything (an administrator), or only read. */
    boolean mayChange();

    /** The language the person chose for the account, {@code en} or {@code es}; {@code null} when none was chosen. */
    @Nullable
    String language();

    /** From which network address, where that is not the one of the request under way; else {@code null}. */
    default @Nullable String address() {
        return null;
    }
}
