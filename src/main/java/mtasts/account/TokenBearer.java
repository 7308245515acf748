package mtasts.account;

import mtasts.web.AuthenticatedActor;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts for a person with one of the person's tokens.
 *
 * @param displayName the person's, and the token's beside it
 * @param mayChange whether both the token and its person may
 */
record TokenBearer(long tokenId, long personId, String displayName, boolean mayChange) implements AuthenticatedActor {

    /** The language is asked for by each request. */
    @Override
    public @Nullable String language() {
        return null;
    }

    @Override
    public String getName() {
        return "token " + tokenId;
    }
}
