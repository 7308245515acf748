package mtasts.account;

import mtasts.web.AuthenticatedActor;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person, as the person is at this request: made anew from the database each time, never kept in a session.
 *
 * @param mail what the person signs in with
 */
record SignedIn(
        long personId,
        String mail,
        String displayName,
        Role role,
        @Nullable String language) implements AuthenticatedActor {

    @Override
    public String getName() {
        return mail;
    }

    @Override
    public boolean mayChange() {
        return role == Role.ADMINISTRATOR;
    }
}
