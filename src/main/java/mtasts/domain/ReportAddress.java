package mtasts.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mtasts.rfc8461.DomainName;

/** Where TLS reports are sent by mail (RFC 8460 §3). */
public final class ReportAddress {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.#$&'*+/=?^_`{|}~-]{1,64}");

    private ReportAddress() {}

    /**
     * Reads a mail address, with or without {@code mailto:} before it. Only what can stand in a {@code rua} without being
     * encoded is taken: no {@code ,}, {@code !}, {@code ;} or {@code %}.
     *
     * @return the {@code mailto:} URI with the domain in lower-case A-labels; empty when it is no such address
     */
    public static Optional<String> read(String typed) {
        var text = typed.strip();
        var address = text.toLowerCase(Locale.ROOT).startsWith("mailto:") ? text.substring("mailto:".length()) : text;
        int at = address.lastIndexOf('@');
        if (at < 1
                || address.length() > LONGEST
                || !LOCAL_PART.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return DomainName.read(address.substring(at + 1))
                .value()
                .map(domain -> "mailto:" + address.substring(0, at) + "@" + domain.ascii())
                .filter(uri -> uri.length() <= LONGEST + "mailto:".length());
    }
}
