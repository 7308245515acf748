package mtasts.estate;

import mtasts.web.Words;

/** What was sent cannot be taken for a table of domains, and nothing of it was. */
final class ImportRefused extends RuntimeException {

    private final String code;
    private final transient Words words;

    ImportRefused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.words = Words.of("estate." + code, arguments);
    }

    String code() {
        return code;
    }

    Words words() {
        return words;
    }
}
