package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells this machine, and no other, whether the application lives ({@code /livez}) and whether it takes requests
 * ({@code /readyz}): 200 or 503. Asked every few seconds, it comes before sessions and sign-in, and the database has no say:
 * policies are served without it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Probes extends OncePerRequestFilter {

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    private final ApplicationAvailability availability;

    Probes(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getRequestURI()) {
            case "/livez" -> answer(request, response, availability.getLivenessState() == LivenessState.CORRECT);
            case "/readyz" ->
                answer(request, response, availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
            default -> chain.doFilter(request, response);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, boolean good)
            throws IOException {
        if (!LOOPBACK.matcher(request.getRemoteAddr()).matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(good ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain");
        response.getWriter().print(good ? "up" : "down");
    }
}
