package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The framework takes the end of a domain's name in a path for a file's ending, {@code /api/v1/domains/example.com} for a
 * program, and names a harmless file instead, so that no link can make a browser store the answer under such a name. A
 * request with a token comes from no link, as a browser sends none of its own accord: its answer needs no file name.
 */
class NoFileName extends OncePerRequestFilter {

    private static final String HARMLESS = "inline;filename=f.txt";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var sender = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return !sender.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION) || !value.equals(HARMLESS)) {
                    super.addHeader(name, value);
                }
            }
        });
    }
}
