package mtasts.rfc8461;

import static mtasts.rfc8461.Severity.DANGER;
import static mtasts.rfc8461.Severity.INVALID;

/** The ways an {@code _mta-sts} record can break a rule. */
enum RecordWords implements Words {
    NONE(RecordCode.NONE, DANGER, ""),
    UNRELATED(RecordCode.UNRELATED, DANGER, ""),
    MANY(RecordCode.MANY, DANGER, ""),
    VERSION(RecordCode.SYNTAX, INVALID, ".version"),
    QUOTES(RecordCode.SYNTAX, INVALID, ".quotes"),
    TWO_SEMICOLONS(RecordCode.SYNTAX, INVALID, ".two-semicolons"),
    TRAILING_SPACE(RecordCode.SYNTAX, INVALID, ".trailing-space"),
    NO_SEMICOLON(RecordCode.SYNTAX, INVALID, ".no-semicolon"),
    FIELD(RecordCode.SYNTAX, INVALID, ".field"),
    SET_ASIDE(RecordCode.SYNTAX, INVALID, ".set-aside"),
    SPACE_AFTER_VERSION(RecordCode.SYNTAX, DANGER, ".space-after-version"),
    DUPLICATE(RecordCode.SYNTAX, DANGER, ".duplicate"),
    ID_MISSING(RecordCode.ID, INVALID, ".missing"),
    ID_EMPTY(RecordCode.ID, INVALID, ".empty"),
    ID_CASE(RecordCode.ID, INVALID, ".case"),
    ID_CHARACTER(RecordCode.ID, INVALID, ".character"),
    ID_LONG(RecordCode.ID, INVALID, ".long");

    private final Code code;
    private final Severity severity;
    private final String stem;

    RecordWords(Code code, Severity severity, String suffix) {
        this.code = code;
        this.severity = severity;
        this.stem = code.text() + suffix;
    }

    @Override
    public Code code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String stem() {
        return stem;
    }
}
