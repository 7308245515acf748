package mtasts.rfc8461;

import static mtasts.rfc8461.Severity.ADVICE;
import static mtasts.rfc8461.Severity.DANGER;
import static mtasts.rfc8461.Severity.INVALID;

/** The ways a policy can break a rule, but for those of {@link NameFault}. */
enum PolicyWords implements Words {
    BYTE_ORDER_MARK(PolicyCode.ENCODING, INVALID, ".byte-order-mark"),
    UTF_16(PolicyCode.ENCODING, INVALID, ".utf-16"),
    OCTET(PolicyCode.ENCODING, INVALID, ".octet"),
    CONTROL(PolicyCode.ENCODING, INVALID, ".control"),
    TAB(PolicyCode.ENCODING, INVALID, ".tab"),

    BLANK(PolicyCode.LINE, INVALID, ".blank"),
    CARRIAGE_RETURN(PolicyCode.LINE, INVALID, ".carriage-return"),
    LEADING_SPACE(PolicyCode.LINE, INVALID, ".leading-space"),
    SPACE_BEFORE_COLON(PolicyCode.LINE, INVALID, ".space-before-colon"),
    NO_COLON(PolicyCode.LINE, INVALID, ".no-colon"),
    EQUALS_SIGN(PolicyCode.LINE, INVALID, ".equals-sign"),
    FIELD_NAME(PolicyCode.LINE, INVALID, ".field-name"),
    FIELD_NAME_NEAR(PolicyCode.LINE, INVALID, ".field-name-near"),
    FIELD_NAME_LONG(PolicyCode.LINE, INVALID, ".field-name-long"),
    NO_VALUE(PolicyCode.LINE, INVALID, ".no-value"),
    JOINED(PolicyCode.LINE, INVALID, ".joined"),
    HTML(PolicyCode.LINE, INVALID, ".html"),
    MARKDOWN(PolicyCode.LINE, INVALID, ".markdown"),
    COMMENT(PolicyCode.LINE, INVALID, ".comment"),
    QUOTED(PolicyCode.LINE, INVALID, ".quoted"),
    RECORD(PolicyCode.LINE, INVALID, ".record"),
    NO_FIELD(PolicyCode.LINE, INVALID, ".no-field"),

    SIZE(PolicyCode.SIZE, INVALID, ""),

    VERSION_MISSING(PolicyCode.VERSION, INVALID, ".missing"),
    VERSION_VALUE(PolicyCode.VERSION, INVALID, ".value"),
    VERSION_FIRST(PolicyCode.VERSION_FIRST, DANGER, ""),

    MODE_MISSING(PolicyCode.MODE, INVALID, ".missing"),
    MODE_VALUE(PolicyCode.MODE, INVALID, ".value"),
    MODE_NEAR(PolicyCode.MODE, INVALID, ".near"),
    MODE_NEAR_ENFORCE(PolicyCode.MODE, INVALID, ".near-enforce"),

    MAX_AGE_MISSING(PolicyCode.MAX_AGE, INVALID, ".missing"),
    MAX_AGE_VALUE(PolicyCode.MAX_AGE, INVALID, ".value"),
    MAX_AGE_UNIT(PolicyCode.MAX_AGE, INVALID, ".unit"),
    MAX_AGE_SEPARATOR(PolicyCode.MAX_AGE, INVALID, ".separator"),
    MAX_AGE_QUOTED(PolicyCode.MAX_AGE, INVALID, ".quoted"),
    MAX_AGE_REMARK(PolicyCode.MAX_AGE, INVALID, ".remark"),
    MAX_AGE_DIGITS(PolicyCode.MAX_AGE, INVALID, ".digits"),
    MAX_AGE_OVER(PolicyCode.MAX_AGE, INVALID, ".over"),
    MAX_AGE_GOOGLE(PolicyCode.MAX_AGE_GOOGLE, DANGER, ""),
    MAX_AGE_LONG(PolicyCode.MAX_AGE_LONG, ADVICE, ""),
    MAX_AGE_TESTING_SHORT(PolicyCode.MAX_AGE_TESTING, ADVICE, ".short"),
    MAX_AGE_TESTING_LONG(PolicyCode.MAX_AGE_TESTING, ADVICE, ".long"),
    MAX_AGE_ENFORCE(PolicyCode.MAX_AGE_ENFORCE, ADVICE, ""),

    MX_MISSING(PolicyCode.MX_MISSING, INVALID, ""),
    MX_MISSING_NONE(PolicyCode.MX_MISSING, DANGER, ".none"),
    MX_ADDRESS(PolicyCode.MX_ADDRESS, DANGER, ""),
    MX_DEPTH_BELOW(PolicyCode.MX_DEPTH, DANGER, ".below"),
    MX_DEPTH_SELF(PolicyCode.MX_DEPTH, DANGER, ".self"),
    MX_DEPTH_MICROSOFT(PolicyCode.MX_DEPTH, DANGER, ".microsoft"),
    MX_BROAD_SUFFIX(PolicyCode.MX_BROAD, DANGER, ".suffix"),
    MX_BROAD_SHARED(PolicyCode.MX_BROAD, DANGER, ".shared"),
    MX_DUPLICATE(PolicyCode.MX_DUPLICATE, ADVICE, ""),
    MX_STALE(PolicyCode.MX_STALE, ADVICE, ""),
    MX_UNCOVERED_TESTING(PolicyCode.MX_UNCOVERED, ADVICE, ".testing"),
    MX_UNCOVERED_ENFORCE(PolicyCode.MX_UNCOVERED, DANGER, ".enforce"),

    DUPLICATE(PolicyCode.DUPLICATE, DANGER, ""),
    UNKNOWN(PolicyCode.UNKNOWN, ADVICE, ""),
    UNKNOWN_NEAR(PolicyCode.UNKNOWN, DANGER, ".near");

    private final Code code;
    private final Severity severity;
    private final String stem;

    PolicyWords(Code code, Severity severity, String suffix) {
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
