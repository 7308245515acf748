package mtasts.rfc8460;

import static java.util.stream.Collectors.joining;

import java.util.List;
import mtasts.rfc8461.DomainName;

/**
 * The {@code _smtp._tls} TXT record, which asks senders for a daily report (RFC 8460 §3).
 *
 * @param to who gets the reports, at least one
 */
public record TlsRptRecord(List<MailAddress> to) {

    /** @throws IllegalArgumentException where nobody gets the reports */
    public TlsRptRecord {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a record without an address asks for nothing");
        }
    }

    /** The value of the record. */
    public String text() {
        return "v=TLSRPTv1; rua=" + to.stream().map(MailAddress::uri).collect(joining(","));
    }

    /** The name at which the record of a domain stands. */
    public static String owner(DomainName domain) {
        return "_smtp._tls." + domain.ascii();
    }
}
