package mtasts.rfc8461;

/** The rules on domain and host names as people type them. */
public enum NameCode implements Code {
    /** Labels of letters, digits and hyphens, joined by dots. */
    SYNTAX("name.syntax", "RFC 5321 §4.1.2"),
    /** Labels of 63 octets, names of 253. */
    LENGTH("name.length", "RFC 1035 §2.3.4"),
    /** An address is no name. */
    ADDRESS("name.address", "RFC 8461 §4.1"),
    /** A name with other letters than ASCII's must have an A-label. */
    INTERNATIONAL("name.international", "RFC 5890 §2.3");

    private final String text;
    private final String section;

    NameCode(String text, String section) {
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
