package mtasts.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import mtasts.web.Resumed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Answers 403. A form whose token is not this browser's does nothing, and is shown again with all that was typed; through
 * sign-in when nobody is signed in. A form that says itself that it is another site's is not even shown.
 */
class Refusal implements AccessDeniedHandler {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();
    private final SignInEntryPoint signIn;
    private final RequestMatcher open;

    /** @param open what needs nobody signed in */
    Refusal(SignInEntryPoint signIn, RequestMatcher open) {
        this.signIn = signIn;
        this.open = open;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            otherwise.handle(request, response, denied);
        } else if (!Resumed.isForm(request.getRequestURI()) || isOfAnotherSite(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher(SignInController.STRANGE_FORM).forward(request, response);
        } else if (!isSignedIn() && !open.matches(request)) {
            signIn.commence(request, response, new InsufficientAuthenticationException("nobody is signed in"));
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            Resumed.showAgain(request.getRequestURI(), Resumed.Why.OLD_FORM, request, response);
        }
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
    }

    /** What browsers say of themselves; what says neither is no browser with somebody else's page open in it. */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isOfAnotherSite(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))
                : !OWN.contains(site);
    }

    private static boolean isOfAnotherSite(@Nullable String origin, @Nullable String host) {
        try {
            return origin != null && !URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException | NullPointerException noOrigin) {
            return true;
        }
    }
}
