package mtasts.rfc8461;

/** The rules on the {@code _mta-sts} TXT record (RFC 8461 §3.1). */
public enum RecordCode implements Code {
    /** There is a record. */
    NONE("record.none", "RFC 8461 §3.1"),
    /** There is one record only. */
    MANY("record.many", "RFC 8461 §3.1"),
    /** The record keeps to the grammar. */
    SYNTAX("record.syntax", "RFC 8461 §3.1"),
    /** There is an {@code id} of 1 to 32 letters and digits. */
    ID("record.id", "RFC 8461 §3.1"),
    /** What answers at the name is an MTA-STS record. */
    UNRELATED("record.unrelated", "RFC 8461 §3.1");

    private final String text;
    private final String section;

    RecordCode(String text, String section) {
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
