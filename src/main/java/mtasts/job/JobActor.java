package mtasts.job;

import java.util.Collection;
import java.util.List;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who acts while a job runs: the person who started or confirmed it, who might do so then. Nobody is asked again, so that a
 * job is not left half done by a change of roles.
 */
record JobActor(long personId, String displayName) implements Actor, Authentication {

    @Override
    public boolean mayChange() {
        return true;
    }

    @Override
    public @Nullable String language() {
        return null;
    }

    @Override
    public String getName() {
        return displayName;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public JobActor getPrincipal() {
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
        throw new IllegalArgumentException("Who acts in a job is known from its start");
    }
}
