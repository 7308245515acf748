package mtasts.promotion;

import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody whom requests of a test come from. */
public record SignedIn(String displayName, boolean mayChange) implements Actor {

    /** Requests of an administrator called postmaster. */
    public static RequestPostProcessor administrator() {
        return as(new SignedIn("postmaster", true));
    }

    /** Requests of a reader. */
    public static RequestPostProcessor reader() {
        return as(new SignedIn("auditor", false));
    }

    private static RequestPostProcessor as(SignedIn actor) {
        var role = actor.mayChange() ? "ROLE_ADMINISTRATOR" : "ROLE_READER";
        var token = new TestingAuthenticationToken(actor, null, role);
        token.setAuthenticated(true);
        return SecurityMockMvcRequestPostProcessors.authentication(token);
    }

    @Override
    public long personId() {
        return 1;
    }

    @Override
    public String getName() {
        return displayName + "@example.net";
    }

    @Override
    public @Nullable String language() {
        return null;
    }
}
