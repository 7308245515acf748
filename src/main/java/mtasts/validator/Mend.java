package mtasts.validator;

import java.util.Locale;
import mtasts.web.Words;

/** What is put right without asking, because there is one thing only that can have been meant. */
enum Mend {
    BYTE_ORDER_MARK,
    LINE_END,
    BLANK,
    SPACE,
    HTML,
    MARKDOWN,
    QUOTES,
    COMMENT,
    RECORD,
    JOINED,
    DELIMITER,
    FIELD_NAME,
    VALUE,
    MODE_TESTING,
    HOST,
    LIST,
    REPEATED,
    VERSION_FIRST,
    VERSION_MISSING,
    RECORD_VERSION,
    RECORD_FIELDS;

    /** What was done, such as <i>Blank lines left out</i>. */
    Words words() {
        return Words.of("validator.mend." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
