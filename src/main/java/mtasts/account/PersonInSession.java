package mtasts.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Which person a session belongs to. The session holds the key alone; who that is now, and whether the person may still
 * be here, is read at every request, so that a change of role or a disabling needs no session to be found first. With the
 * key lies the mark of the password signed in with: a session begun with another password than today's is over.
 */
@Component
class PersonInSession implements SecurityContextRepository {

    private static final String PERSON = "person";

    private static final String PASSWORD_MARK = "password-mark";

    private final People people;

    PersonInSession(People people) {
        this.people = people;
    }

    /**
     * Begins a session of this person in place of any that the browser had, and makes the rest of the request the
     * person's own.
     */
    void begin(Person person, HttpServletRequest request) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(PERSON, person.id());
        session.setAttribute(PASSWORD_MARK, mark(person));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.mail());
        SecurityContextHolder.setContext(new SecurityContextImpl(person.signedIn()));
    }

    /** Lets this session, and no other, outlive a change of the password. */
    void keep(Person person, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            request.changeSessionId();
            session.setAttribute(PASSWORD_MARK, mark(person));
        }
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(
            org.springframework.security.web.context.HttpRequestResponseHolder requestAndResponse) {
        return loadDeferredContext(requestAndResponse.getRequest()).get();
    }

    /** Nothing to do: sign-in begins a session by {@link #begin}, and sign-out ends the whole session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    private Optional<Person> person(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) instanceof Long id
                ? people.findById(id).filter(person -> isWelcome(person, session))
                : Optional.empty();
    }

    private static boolean isWelcome(Person person, HttpSession session) {
        return !person.isDisabled() && mark(person).equals(session.getAttribute(PASSWORD_MARK));
    }

    /** Tells one password hash from another without being it. */
    private static String mark(Person person) {
        var hash = Objects.requireNonNullElse(person.password(), "");
        var digest = OneTimeLink.hash(hash);
        return new String(Base64.getEncoder().encode(digest), StandardCharsets.US_ASCII).substring(0, 16);
    }

    /** Read when somebody asks who it is, which a style sheet does not, and once a request. */
    private final class Once implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Once(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = person(request)
                        .<SecurityContext>map(person -> new SecurityContextImpl(person.signedIn()))
                        .orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
