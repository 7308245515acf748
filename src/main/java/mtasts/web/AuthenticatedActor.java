package mtasts.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * An actor as Spring Security carries it through a request or a job: made anew each time, and never changed. What it may do
 * is decided by {@link Actor#mayChange()} alone.
 */
public interface AuthenticatedActor extends Actor, Authentication {

    @Override
    default Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    default Object getPrincipal() {
        return this;
    }

    @Override
    default @Nullable Object getCredentials() {
        return null;
    }

    @Override
    default @Nullable Object getDetails() {
        return null;
    }

    @Override
    default boolean isAuthenticated() {
        return true;
    }

    @Override
    default void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("An actor is made anew, not changed");
    }
}
