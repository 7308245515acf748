package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Why there is no page, told without a word of the exception behind it: what is wrong and what to do.
 *
 * @param status the HTTP status
 * @param sort the status whose words are told: statuses that come up rarely share those of 400 and 500
 */
record Failure(int status, int sort) {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 412, 413, 429, 500, 503);

    static Failure of(int status) {
        int sort = WITH_WORDS.contains(status) ? status : status < 500 ? 400 : 500;
        return new Failure(status, sort);
    }

    /** Whether it is told with a page: to browsers, but never by the API, whatever that is asked for. */
    static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !ApiAnswers.answers(request);
    }

    public Words title() {
        return Words.of("web.failure." + sort + ".title");
    }

    public Words say() {
        return Words.of("web.failure." + sort + ".say");
    }

    public Words remedy() {
        return Words.of("web.failure." + sort + ".do");
    }

    /** What a program tells it by. */
    private String code() {
        return switch (status) {
            case 401 -> "token.missing";
            case 403 -> "token.reads-only";
            case 404 -> "request.not-found";
            case 405 -> "request.method";
            case 406 -> "request.accept";
            case 409 -> "request.changed";
            case 413 -> "request.too-large";
            case 415 -> "request.media-type";
            case 429 -> "request.rate";
            case 503 -> "server.unavailable";
            default -> status < 500 ? "request.unreadable" : "server.failure";
        };
    }

    /**
     * RFC 9457, for those who do not read pages.
     *
     * @param path the path that was asked for
     */
    ProblemDetail problem(Wording wording, String path) {
        var known = HttpStatus.resolve(status);
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", code());
        problem.setTitle(known == null ? wording.text(title()) : known.getReasonPhrase());
        problem.setDetail(wording.text(path.startsWith("/api/") ? Words.of("web.api.status." + code()) : say()));
        LocalPath.within(path).map(URI::create).ifPresent(problem::setInstance);
        return problem;
    }
}
