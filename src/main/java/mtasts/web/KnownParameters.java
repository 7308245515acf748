package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter of the query that a resource does not know, as an unknown member of a body is refused: left out, a
 * mistyped one would mean more than was meant.
 */
class KnownParameters implements HandlerInterceptor {

    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(RestController.class)) {
            refuse(query, known.computeIfAbsent(method.getMethod(), KnownParameters::of));
        }
        return true;
    }

    private static void refuse(String query, List<String> known) {
        Arrays.stream(query.split("&"))
                .map(part -> decoded(part.replaceFirst("=.*", "")))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    var instead = known.isEmpty()
                            ? Words.of("web.api.parameter.none")
                            : Words.of("web.api.parameter.known", known);
                    throw ApiProblem.parameter(
                            name, Words.of("web.api.parameter.unknown", FreeText.shown(name), instead));
                });
    }

    private static List<String> of(Method method) {
        var names = Objects.requireNonNull(new DefaultParameterNameDiscoverer().getParameterNames(method));
        var parameters = method.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(i -> parameters[i].isAnnotationPresent(RequestParam.class))
                .mapToObj(i -> names[i])
                .<String>map(Objects::requireNonNull)
                .toList();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
