package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a problem of the API (RFC 9457) in the language of the request, also from a filter, where no resource runs. */
@Component
public class ApiAnswers {

    private final Wording wording;
    private final JsonMapper mapper;

    ApiAnswers(Wording wording, JsonMapper mapper) {
        this.wording = wording;
        this.mapper = mapper;
    }

    /** Whether the path belongs to the API. */
    public static boolean answers(HttpServletRequest request) {
        return Frame.path(request).startsWith("/api/");
    }

    /** The problem as what a handler of exceptions gives back. */
    public ResponseEntity<ProblemDetail> answer(ApiProblem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(problem, request));
    }

    private ProblemDetail problem(ApiProblem problem, HttpServletRequest request) {
        var told = ProblemDetail.forStatusAndDetail(problem.status(), wording.text(problem.detail()));
        told.setProperty("code", problem.code());
        problem.members().forEach(told::setProperty);
        LocalPath.within(Frame.path(request)).map(URI::create).ifPresent(told::setInstance);
        return told;
    }

    /** Writes it as the whole answer. */
    public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocaleContextHolder.setLocale(Language.ofBrowser(request));
        try {
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(mapper.writeValueAsBytes(problem(problem, request)));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
