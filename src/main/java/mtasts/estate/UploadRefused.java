package mtasts.estate;

import mtasts.web.ApiProblem;
import mtasts.web.Words;

/** What was sent cannot be taken for what it was to be, a table or an archive, and nothing of it was taken. */
final class UploadRefused extends RuntimeException {

    private final String code;
    private final transient Words words;

    UploadRefused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.words = Words.of("estate." + code, arguments);
    }

    String code() {
        return code;
    }

    /** The same to a program: 422 with its code. */
    ApiProblem problem() {
        return ApiProblem.content(code, words());
    }

    Words words() {
        return words;
    }
}
