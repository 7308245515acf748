package mtasts.rfc8460;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mtasts.rfc8461.DomainName;

/**
 * An address that takes reports by mail.
 *
 * @param localPart a dot-atom of RFC 5321 §4.1.2: what people write before the {@code @}, without quotes or comments and
 *     in ASCII, at most 64 characters
 * @param domain what stands behind it
 */
public record MailAddress(String localPart, DomainName domain) {

    private static final String SCHEME = "mailto:";
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(\\." + ATOM + ")*+");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** Of what a dot-atom may hold besides letters and digits: what stands in a URI as it is. */
    private static final String PLAIN = "-._~$'*+";

    /** @throws IllegalArgumentException where a part is not as described, or both are more than 254 characters */
    public MailAddress {
        if (localPart.length() > LONGEST_LOCAL_PART
                || !DOT_ATOM.matcher(localPart).matches()) {
            throw new IllegalArgumentException("not the local part of a mail address");
        }
        if (localPart.length() + 1 + domain.ascii().length() > LONGEST) {
            throw new IllegalArgumentException("longer than a mail address may be");
        }
    }

    /** Reads an address as people type it, or a {@code mailto:} URI with one address and nothing else. */
    public static Optional<MailAddress> read(String typed) {
        String text = typed.strip();
        boolean uri = text.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        String address = uri ? text.substring(SCHEME.length()) : text;
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String localPart = address.substring(0, at);
        return DomainName.read(address.substring(at + 1)).value().flatMap(domain -> {
            try {
                return Optional.of(new MailAddress(uri ? decoded(localPart) : localPart, domain));
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        });
    }

    /**
     * The {@code mailto:} URI for a record: what must not stand in one (RFC 6068 §2), and {@code ,}, {@code !} and
     * {@code ;} besides (RFC 8460 §3), is percent-encoded.
     */
    public String uri() {
        StringBuilder uri = new StringBuilder(SCHEME);
        for (byte letter : localPart.getBytes(US_ASCII)) {
            if (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0) {
                uri.append((char) letter);
            } else {
                uri.append("%%%02X".formatted(letter));
            }
        }
        return uri.append('@').append(domain.ascii()).toString();
    }

    /** As people write it. */
    @Override
    public String toString() {
        return localPart + "@" + domain.ascii();
    }

    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
