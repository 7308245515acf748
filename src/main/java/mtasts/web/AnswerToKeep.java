package mtasts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is held back until it is known whether it counts. */
class AnswerToKeep extends ContentCachingResponseWrapper {

    private boolean error;

    AnswerToKeep(HttpServletResponse response) {
        super(response);
    }

    /** Whether a resource gave it, and would give no other to the same request. */
    boolean worthKeeping() {
        return !error
                && getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && getStatus() != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    KeptAnswers.Answer answer(byte[] bodyHash) {
        return new KeptAnswers.Answer(
                bodyHash,
                getStatus(),
                getContentType(),
                getHeader(HttpHeaders.LOCATION),
                getHeader(HttpHeaders.ETAG),
                getContentAsByteArray());
    }

    void send() throws IOException {
        if (!error) {
            copyBodyToResponse();
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        error = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        error = true;
        super.sendError(status, message);
    }
}
