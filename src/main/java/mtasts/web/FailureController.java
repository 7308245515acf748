package mtasts.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where every request ends that failed: with a page for browsers and a problem (RFC 9457) for everything else. */
@Controller
@RequestMapping("/error")
class FailureController implements ErrorController {

    private final Wording wording;
    private final Clock clock;

    FailureController(Wording wording, Clock clock) {
        this.wording = wording;
        this.clock = clock;
    }

    /** The API answers with problems whatever it is asked for. */
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (ApiAnswers.answers(request)) {
            return problem(request);
        }
        var failure = failure(request);
        response.setStatus(failure.status());
        model.addAttribute("failure", failure);
        model.addAttribute("at", clock.instant());
        model.addAttribute("validator", Frame.path(request).equals("/validator"));
        return "web/failure";
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var failure = failure(request);
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(failure.problem(wording, Frame.path(request)));
    }

    private static Failure failure(HttpServletRequest request) {
        return Failure.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? status
                        : HttpStatus.NOT_FOUND.value());
    }
}
