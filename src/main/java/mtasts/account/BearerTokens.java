package mtasts.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whose token a request to the API bears (RFC 6750 §2.1); a session is not looked at. */
class BearerTokens extends OncePerRequestFilter {

    /** The token was read, and nobody's. */
    static final String UNKNOWN = BearerTokens.class.getName() + ".unknown";

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([\\x21-\\x7e]{1,500})");

    private final Tokens tokens;

    BearerTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var bearer = BEARER.matcher(header);
            var known = bearer.matches() ? tokens.bearer(bearer.group(1)) : Optional.<TokenBearer>empty();
            known.ifPresentOrElse(
                    one -> SecurityContextHolder.setContext(new SecurityContextImpl(one)),
                    () -> request.setAttribute(UNKNOWN, true));
        }
        chain.doFilter(request, response);
    }
}
