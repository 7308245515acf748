package mtasts.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
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
 * A form that arrived when its sender was signed out, and goes on after sign-in. It is shown again with everything that
 * was typed, and it does nothing: whoever sent it has to look it over and send it once more. That is also what keeps a
 * form of another site, carried through the sign-in, from doing anything.
 *
 * <p>After sign-in the request is forwarded to its own path with the attribute {@value #ATTRIBUTE}. Every form then has
 * an error, so that its controller shows it again; a request without a form to show goes to the page it stands on.
 */
@Component
@ControllerAdvice
public class Resumed implements HandlerInterceptor {

    /** Name of the request attribute, {@link Boolean#TRUE} for a request that goes on after sign-in. */
    public static final String ATTRIBUTE = "mtasts.resumed";

    /** The error page of such a request is an error page like any other. */
    private static boolean isResumed(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ATTRIBUTE))
                && request.getDispatcherType() != DispatcherType.ERROR;
    }

    /** A required field that no request can hold is the one error that every bound form takes, validated or not. */
    @InitBinder
    void refuse(WebDataBinder binder, HttpServletRequest request) {
        if (isResumed(request)) {
            var missing = UUID.randomUUID().toString();
            binder.setRequiredFields(missing);
            binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
                @Override
                public void processMissingFieldError(String field, BindingResult problems) {
                    problems.reject("web.resumed");
                }
            });
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!isResumed(request) || handler instanceof HandlerMethod method && showsItsForm(method)) {
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

    private static boolean showsItsForm(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> Errors.class.isAssignableFrom(parameter.getParameterType()));
    }

    /** A button at {@code /domains/example.com/promote} stands on {@code /domains/example.com}. */
    private static String pageOf(String path) {
        return LocalPath.of(path.substring(0, Math.max(path.lastIndexOf('/'), 1)))
                .orElse("/");
    }
}
