package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;

/**
 * The name of a domain or host.
 *
 * @param ascii lower-case A-labels joined by dots, at least one, without trailing dot, at most 253 octets
 */
public record DomainName(String ascii) implements Comparable<DomainName> {

    /** @throws IllegalArgumentException where {@code ascii} is not as described */
    public DomainName {
        if (!NameSyntax.isName(ascii) || !Ascii.isLower(ascii)) {
            throw new IllegalArgumentException("not a name in lower-case A-labels: " + Shown.text(ascii));
        }
    }

    /**
     * Reads a name in any case, with U-labels (UTS #46, non-transitional) and with a trailing dot. A name in ASCII is
     * judged by letters, digits and hyphens alone. An IPv4 address is refused.
     */
    public static Reading<DomainName> read(String text) {
        return find(text)
                .<Reading<DomainName>>map(name -> new Reading.Read<>(name, List.of()))
                .orElseGet(() -> new Reading.Refused<>(List.of(NameFaults.inName(text))));
    }

    /**
     * The name of a text known to be one, in any form that {@link #read} takes.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static DomainName of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a name: " + Shown.text(text)));
    }

    static Optional<DomainName> find(String text) {
        String plain = International.withoutRoot(text);
        Optional<String> ascii = NameSyntax.isName(plain)
                ? Optional.of(Ascii.lower(plain))
                : Ascii.isAll(plain) ? Optional.empty() : International.toAscii(text);
        return ascii.filter(name -> !NameSyntax.isAddress(name)).map(DomainName::new);
    }

    /** With U-labels where there are any that can be shown; for people, beside the A-labels. */
    public String unicode() {
        return International.toUnicode(ascii);
    }

    /** Whether {@link #unicode()} differs. */
    public boolean international() {
        return !unicode().equals(ascii);
    }

    /**
     * The first label that begins like an A-label and is none, because no U-label stands behind it (RFC 5890 §2.3.1).
     * DNS and the grammar of policies take such a name, so that a host may have it; no registry gives it away.
     */
    public Optional<String> fakeALabel() {
        return International.fakeALabel(ascii);
    }

    @Override
    public int compareTo(DomainName other) {
        return ascii.compareTo(other.ascii);
    }

    /** The A-labels. */
    @Override
    public String toString() {
        return ascii;
    }
}
