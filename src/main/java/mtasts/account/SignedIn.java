package mtasts.account;

import java.util.Collection;
import java.util.List;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

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
        @Nullable String language) implements Actor, Authentication {

    @Override
    public String getName() {
        return mail;
    }

    @Override
    public boolean mayChange() {
        return role == Role.ADMINISTRATOR;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public SignedIn getPrincipal() {
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
        throw new IllegalArgumentException("A signed-in person is made anew, not changed");
    }
}
