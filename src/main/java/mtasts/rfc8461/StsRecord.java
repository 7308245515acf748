package mtasts.rfc8461;

/** The {@code _mta-sts} TXT record, which says that there is a policy, and by its id when it changed (RFC 8461 §3.1). */
public record StsRecord(PolicyId id) {

    /** The value of the record. */
    public String text() {
        return "v=STSv1; id=" + id.text();
    }

    /** The name at which the record of a domain stands. */
    public static String owner(DomainName domain) {
        return "_mta-sts." + domain.ascii();
    }
}
