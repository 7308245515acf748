package mtasts.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the cookie with a form's token before the page is written: a long page leaves in parts, and after the first of them
 * no cookie can be set.
 */
class FormToken extends OncePerRequestFilter {

    private final RequestMatcher withoutForms;

    FormToken(RequestMatcher withoutForms) {
        this.withoutForms = withoutForms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                && !withoutForms.matches(request)) {
            token.getToken();
        }
        chain.doFilter(request, response);
    }
}
