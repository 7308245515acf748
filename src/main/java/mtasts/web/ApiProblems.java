package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What an exception that a resource lets go means to the one who asked. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems {

    private final ApiAnswers answers;

    ApiProblems(ApiAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiProblem problem, HttpServletRequest request) {
        return answers.answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return refused(problem(unreadable), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyLimit.TooLarge tooLarge, HttpServletRequest request) {
        return refused(tooLarge.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return refused(ApiProblem.parameter(missing.getParameterName()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return refused(ApiProblem.mistyped(mistyped), request);
    }

    private static ApiProblem problem(HttpMessageNotReadableException unreadable) {
        var tooLarge = cause(unreadable, BodyLimit.TooLarge.class);
        if (tooLarge.isPresent()) {
            return tooLarge.get().problem();
        }
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "request.unreadable",
                cause(unreadable, JacksonException.class)
                        .map(ApiProblems::place)
                        .orElseGet(() -> Words.of("web.api.no-body")));
    }

    /** Where reading stopped, and at which member; what was read there is not repeated. */
    private static Words place(JacksonException failure) {
        var location = failure.getLocation();
        var line = location == null ? 1 : Math.max(location.getLineNr(), 1);
        var column = location == null ? 1 : Math.max(location.getColumnNr(), 1);
        var member = failure instanceof DatabindException
                ? failure.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .limit(8)
                        .collect(Collectors.joining("."))
                : "";
        return member.isEmpty()
                ? Words.of("web.api.unreadable", line, column)
                : Words.of("web.api.unreadable.member", line, column, FreeText.shown(member));
    }

    private static <T> Optional<T> cause(@Nullable Throwable failure, Class<T> type) {
        for (int depth = 0; failure != null && depth < 10; depth++, failure = failure.getCause()) {
            if (type.isInstance(failure)) {
                return Optional.of(type.cast(failure));
            }
        }
        return Optional.empty();
    }
}
