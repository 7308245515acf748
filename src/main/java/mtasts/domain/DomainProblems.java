package mtasts.domain;

import jakarta.servlet.http.HttpServletRequest;
import mtasts.rfc8461.DomainName;
import mtasts.web.ApiAnswers;
import mtasts.web.ApiProblem;
import mtasts.web.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the API says of a name that is not registered, or no name at all. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DomainProblems {

    private final ApiAnswers answers;

    DomainProblems(ApiAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(NoSuchDomain unknown, HttpServletRequest request) {
        return answers.answer(ApiProblem.notFound("domain.unknown", Words.of("domain.api.unknown")), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return answers.answer(
                mistyped.getRequiredType() == DomainName.class
                        ? ApiProblem.notFound("domain.unknown", Words.of("domain.api.no-name"))
                        : ApiProblem.mistyped(mistyped),
                request);
    }
}
