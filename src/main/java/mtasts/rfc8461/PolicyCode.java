package mtasts.rfc8461;

/** The rules on a policy's text (RFC 8461 §3.2). */
public enum PolicyCode implements Code {
    /** UTF-8 without byte order mark, and only octets of the grammar. */
    ENCODING("policy.encoding", "RFC 8461 §3.2"),
    /** A line is a field: no blank line, no leading space, no space before the colon, no bare carriage return. */
    LINE("policy.line", "RFC 8461 §3.2"),
    /** At most 65,536 octets. */
    SIZE("policy.size", "RFC 8461 §3.3"),
    /** There is a {@code version}, and it is {@code STSv1}. */
    VERSION("policy.version", "RFC 8461 §3.2"),
    /** {@code version} is the first line. */
    VERSION_FIRST("policy.version.first", "RFC 8461 §3.2"),
    /** There is a {@code mode}, and it is one of the three. */
    MODE("policy.mode", "RFC 8461 §3.2"),
    /** There is a {@code max_age} of 1 to 10 digits, at most a year. */
    MAX_AGE("policy.max-age", "RFC 8461 §3.2"),
    /** A day at least: below that a large sender ignores the policy. */
    MAX_AGE_GOOGLE("policy.max-age.google", "RFC 8461 §3.2"),
    /** In enforce, 90 days at most: whoever loses the policy host is bound that long. */
    MAX_AGE_LONG("policy.max-age.long", "RFC 8461 §3.2"),
    /** In testing, one to two weeks. */
    MAX_AGE_TESTING("policy.max-age.testing", "RFC 8461 §3.2"),
    /** In enforce, two weeks at least. */
    MAX_AGE_ENFORCE("policy.max-age.enforce", "RFC 8461 §3.2"),
    /** At least one {@code mx}. */
    MX_MISSING("policy.mx.missing", "RFC 8461 §3.2"),
    /** An {@code mx} is a name, or {@code *.} and a name. */
    MX_SYNTAX("policy.mx.syntax", "RFC 8461 §3.2"),
    /** An address is never the name of a host. */
    MX_ADDRESS("policy.mx.address", "RFC 8461 §4.1"),
    /** Labels of 63 octets, the whole of 253. */
    MX_LENGTH("policy.mx.length", "RFC 1035 §2.3.4"),
    /** {@code *.} stands for exactly one label. */
    MX_DEPTH("policy.mx.depth", "RFC 8461 §4.1"),
    /** A wildcard must not cover the hosts of strangers. */
    MX_BROAD("policy.mx.broad", "RFC 8461 §4.1"),
    /** The same {@code mx} once. */
    MX_DUPLICATE("policy.mx.duplicate", "RFC 8461 §3.2"),
    /** Every {@code mx} covers an MX host. */
    MX_STALE("policy.mx.stale", "RFC 8461 §8.1"),
    /** Every MX host is covered. */
    MX_UNCOVERED("policy.mx.uncovered", "RFC 8461 §4.1"),
    /** A field but {@code mx} stands once. */
    DUPLICATE("policy.duplicate", "RFC 8461 §3.2"),
    /** A field that the standard does not know is ignored. */
    UNKNOWN("policy.unknown", "RFC 8461 §3.2");

    private final String text;
    private final String section;

    PolicyCode(String text, String section) {
        this.text = text;
        this.section = section;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String section() {
        return section;
    }
}
