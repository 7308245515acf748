package mtasts.policy;

import mtasts.audit.AuditTrail;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who a deed is put down to.
 *
 * @param id the person's key, {@code null} when it is no person
 * @param name what the person is called now
 */
record Author(@Nullable Long id, String name) {

    /** Whoever is signed in; without one the installation itself. */
    static Author acting() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return new Author(null, AuditTrail.INSTALLATION);
        }
        return authentication.getPrincipal() instanceof Actor actor
                ? new Author(actor.personId(), actor.displayName())
                : new Author(null, authentication.getName());
    }
}
