package mtasts.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.Errors;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form that is shown again with everything that was typed, and does nothing: it arrived when its sender was signed out,
 * with a token that is not this browser's, or only for the page to be drawn in another language. Whoever sent it has to
 * look it over and send it once more. That is also what keeps a form of another site from doing anything.
 *
 * <p>The request is forwarded to its own path with the attribute {@value #ATTRIBUTE}. Every form then has an error, so
 * that its controller shows it again; a request without a form to show goes to the page it stands on.
 */
@Component
@ControllerAdvice
public class Resumed implements HandlerInterceptor {

    /** Name of the request attribute, a {@link Why}. */
    public static final String ATTRIBUTE = "mtasts.resumed";

    /** Why a form is shown again. */
    public enum Why {
        /** Its sender had been signed out, and is signed in again. */
        SIGNED_OUT("web.resumed"),
        /** The same, and a file that was sent has to be chosen again. */
        SIGNED_OUT_WITH_A_FILE("web.resumed.file"),
        /** Its token is not, or no longer, this browser's. */
        OLD_FORM("web.resumed.old-form"),
        /** The page is drawn in another language or another theme. */
        DRAWN_ANEW("web.resumed.drawn-anew");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    /** Where forms are sent to: nothing encoded, no way up. */
    private static final Pattern FORM = Pattern.compile("(/\\w[\\w.~-]*)+(\\?.*)?");

    /** What is done without a controller, or would come back to where it was. */
    private static final Pattern NO_FORM = Pattern.compile("/(sign-out|language|theme)\\b.*");

    /** Whether a form may have been sent to this path with query, so that it can be shown again. */
    public static boolean isForm(@Nullable String path) {
        return path != null
                && LocalPath.isLocal(path)
                && FORM.matcher(path).matches()
                && !NO_FORM.matcher(path).matches();
    }

    /**
     * Answers with the page of the form that this request holds, filled in as it was sent.
     *
     * @param path where the form is sent to, see {@link #isForm}
     */
    public static void showAgain(String path, Why why, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, why);
        request.getRequestDispatcher(path).forward(request, response);
    }

    /** What is said of the whole form, such as why it is shown again; for a page that shows no errors of forms. */
    public static Words words(Errors problems) {
        var problem = problems.getGlobalError();
        return problem == null || problem.getCode() == null
                ? Words.of(Why.SIGNED_OUT.key)
                : Words.of(problem.getCode(), Objects.requireNonNullElse(problem.getArguments(), new Object[0]));
    }

    /** The error page of such a request is an error page like any other. */
    private static @Nullable Why why(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && request.getAttribute(ATTRIBUTE) instanceof Why why
                ? why
                : null;
    }

    static boolean isShownAgain(HttpServletRequest request) {
        return why(request) != null;
    }

    /** A required field that no request can hold is the one error that every bound form takes, validated or not. */
    @InitBinder
    void refuse(WebDataBinder binder, HttpServletRequest request) {
        var why = why(request);
        if (why != null) {
            var missing = UUID.randomUUID().toString();
            binder.setRequiredFields(missing);
            binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
                @Override
                public void processMissingFieldError(String field, BindingResult problems) {
                    problems.reject(why.key);
                }
            });
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (why(request) == null || handler instanceof HandlerMethod method && showsItsForm(method)) {
            return true;
        }
        var page = pageOf(request.getRequestURI());
        RequestContextUtils.getOutputFlashMap(request)
                .put(Flash.NAME, Flash.advice(Words.of("web.resumed.nothing-done")));
        RequestContextUtils.saveOutputFlashMap(page, request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, page);
        return false;
    }

    /** Whether a handler shows its form again when something is wrong with it. */
    static boolean showsItsForm(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> Errors.class.isAssignableFrom(parameter.getParameterType()));
    }

    /** A button at {@code /domains/example.com/promote} stands on {@code /domains/example.com}. */
    private static String pageOf(String path) {
        return LocalPath.of(path.substring(0, Math.max(path.lastIndexOf('/'), 1)))
                .orElse("/");
    }
}
