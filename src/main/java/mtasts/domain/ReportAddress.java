package mtasts.domain;

import java.util.Optional;
import mtasts.rfc8460.MailAddress;

/** Where TLS reports are sent by mail (RFC 8460 §3). */
public final class ReportAddress {

    private ReportAddress() {}

    /**
     * Reads a mail address as {@link MailAddress#read} does, and takes no {@code !} and no {@code %} in it, so that whoever
     * copies it into a {@code rua} by hand need not encode it.
     *
     * @return the {@code mailto:} URI with the domain in lower-case A-labels; empty when it is no such address
     */
    public static Optional<String> read(String typed) {
        return MailAddress.read(typed)
                .filter(address -> !address.localPart().contains("!")
                        && !address.localPart().contains("%"))
                .map(address -> "mailto:" + address);
    }
}
