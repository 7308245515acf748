package mtasts.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets NUL characters through to a form that is shown again with what is wrong at its fields, and to nothing else. */
@Component
@ControllerAdvice
class FormsOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR
                || ApiAnswers.answers(request)
                || handler instanceof HandlerMethod method && Resumed.showsItsForm(method)
                || !PlainInputFilter.anyValueHoldsNul(request.getParameterMap())) {
            return true;
        }
        response.sendError(HttpStatus.BAD_REQUEST.value());
        return false;
    }

    /** As {@link Resumed} does it: the fields with NUL characters are required to be there under another name. */
    @InitBinder
    void refuse(WebDataBinder binder, HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR || Resumed.isShownAgain(request)) {
            return;
        }
        var bad = request.getParameterMap().entrySet().stream()
                .filter(parameter -> PlainInputFilter.anyHoldsNul(parameter.getValue()))
                .map(parameter -> parameter.getKey())
                .toList();
        if (bad.isEmpty()) {
            return;
        }
        binder.setRequiredFields(bad.stream().map(field -> "\0" + field).toArray(String[]::new));
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processMissingFieldError(String required, BindingResult problems) {
                reject(required.substring(1), problems);
            }
        });
    }

    private static void reject(String field, BindingResult problems) {
        var named = new Object[] {FreeText.named('\0')};
        if (problems.getTarget() != null && problems.getFieldType(field) != null) {
            problems.rejectValue(field, "web.text.character", named, null);
        } else {
            problems.reject("web.text.character", named, null);
        }
    }
}
