package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Light, dark or as the system: kept in a cookie of the browser. */
final class Theme {

    static final String COOKIE = "theme";
    static final String SYSTEM = "system";
    static final List<String> ALL = List.of(SYSTEM, "light", "dark");

    private Theme() {}

    static String of(HttpServletRequest request) {
        return Preference.read(request, COOKIE, ALL).orElse(SYSTEM);
    }
}
