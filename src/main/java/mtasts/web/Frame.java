package mtasts.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame needs. */
@ControllerAdvice
class Frame {

    private final String version;

    Frame(BuildProperties build) {
        this.version = Objects.requireNonNull(build.getVersion());
    }

    @ModelAttribute("frame")
    FrameView frame(HttpServletRequest request, Locale locale) {
        var actor = SignedIn.actor(request);
        return new FrameView(
                path(request),
                here(request),
                locale.getLanguage(),
                Theme.of(request),
                !isAsked(request),
                false,
                actor == null ? null : actor.displayName(),
                actor != null && actor.mayChange(),
                version);
    }

    /** The frame for a page that must not ask who is signed in. */
    FrameView anonymous(HttpServletRequest request, Locale locale) {
        return new FrameView(
                path(request),
                here(request),
                locale.getLanguage(),
                Theme.of(request),
                false,
                true,
                null,
                false,
                version);
    }

    /** The path that was asked for, on an error page too. */
    static String path(HttpServletRequest request) {
        var failed = attribute(request, RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed;
    }

    /**
     * A page that was asked for is asked for again; an answer to a form leads back to the page with the form, and a form
     * that is shown again to its own.
     */
    private static String here(HttpServletRequest request) {
        if (isAsked(request)) {
            var failed = attribute(request, RequestDispatcher.ERROR_REQUEST_URI);
            var query = failed == null
                    ? request.getQueryString()
                    : attribute(request, RequestDispatcher.ERROR_QUERY_STRING);
            return LocalPath.of(query == null ? path(request) : path(request) + "?" + query)
                    .orElse("/");
        }
        return Resumed.isShownAgain(request)
                ? LocalPath.of(path(request)).orElse("/")
                : LocalPath.within(request.getHeader(HttpHeaders.REFERER)).orElse("/");
    }

    /** Whether a page is asked for, and nothing is sent. */
    static boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static @Nullable String attribute(HttpServletRequest request, String name) {
        return request.getAttribute(name) instanceof String text ? text : null;
    }
}
