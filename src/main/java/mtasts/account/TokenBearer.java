package mtasts.account;

import java.util.Collection;
import java.util.List;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * A program that acts for a person with one of the person's tokens.
 *
 * @param displayName the person's, and the token's beside it
 * @param mayChange whether both the token and its person may
 */
record TokenBearer(long tokenId, long personId, String displayName, boolean mayChange)
        implements Actor, Authentication {

    /** The language is asked for by each request. */
    @Override
    public @Nullable String language() {
        return null;
    }

    @Override
    public String getName() {
        return "token " + tokenId;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public TokenBearer getPrincipal() {
        return this;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("Who bears a token is found anew, not changed");
    }
}
