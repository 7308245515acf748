package mtasts.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of somebody signed in, for tests of other things than signing in; forms need {@code csrf()} beside it. */
public final class As {

    private As() {}

    public static RequestPostProcessor administrator() {
        return authentication(new SignedIn(1, "ada@example.net", "Ada", Role.ADMINISTRATOR, null));
    }

    public static RequestPostProcessor reader() {
        return authentication(new SignedIn(2, "rea@example.net", "Rea", Role.READER, null));
    }
}
