package mtasts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** One choice out of a few that a browser keeps for a year. */
final class Preference {

    private Preference() {}

    static Optional<String> read(HttpServletRequest request, String name, Collection<String> choices) {
        return chosen(request, name)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue))
                .filter(choices::contains);
    }

    /** What was chosen with this very request. */
    static Optional<String> chosen(HttpServletRequest request, String name) {
        return Optional.ofNullable((String) request.getAttribute(attribute(name)));
    }

    private static String attribute(String name) {
        return Preference.class.getName() + "." + name;
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, String name, String choice) {
        request.setAttribute(attribute(name), choice);
        var cookie = ResponseCookie.from(name, choice)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
