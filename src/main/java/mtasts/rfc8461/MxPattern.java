package mtasts.rfc8461;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code mx} line of a policy says: a host, or any one label in front of a name (RFC 8461 §3.2).
 *
 * @param wildcard whether {@code *.} stands in front
 * @param name with it the whole is at most 253 octets
 */
public record MxPattern(boolean wildcard, DomainName name) implements Comparable<MxPattern> {

    private static final Comparator<MxPattern> ORDER =
            Comparator.comparing(MxPattern::name).thenComparing(MxPattern::wildcard);

    /** @throws IllegalArgumentException where the whole is too long */
    public MxPattern {
        if (wildcard && name.ascii().length() > NameSyntax.LONGEST - 2) {
            throw new IllegalArgumentException("a pattern has at most 253 octets");
        }
    }

    /**
     * Reads a pattern by the grammar of policies, which knows no trailing dot and no U-label. An IPv4 address is read,
     * with a finding.
     */
    public static Reading<MxPattern> read(String text) {
        Place place = new Place(1, 1, text.length());
        MxPattern pattern = find(text, 0, text.length());
        return pattern == null
                ? new Reading.Refused<>(List.of(NameFaults.inPattern(text, place)))
                : read(pattern, place);
    }

    private static Reading<MxPattern> read(MxPattern pattern, Place place) {
        Findings findings = new Findings();
        PatternRules.judge(pattern, place, findings);
        return new Reading.Read<>(pattern, findings.inOrder());
    }

    /**
     * The pattern of a text known to be one.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static MxPattern of(String text) {
        MxPattern pattern = find(text, 0, text.length());
        if (pattern == null) {
            throw new IllegalArgumentException("not a pattern: " + Shown.text(text));
        }
        return pattern;
    }

    /** The pattern that a stretch of the text is, if it is one. */
    static @Nullable MxPattern find(CharSequence text, int from, int to) {
        boolean wildcard = to - from > 2 && text.charAt(from) == '*' && text.charAt(from + 1) == '.';
        int name = wildcard ? from + 2 : from;
        if (to - from > NameSyntax.LONGEST || !NameSyntax.isName(text, name, to)) {
            return null;
        }
        String ascii = text.subSequence(name, to).toString();
        return new MxPattern(wildcard, new DomainName(Ascii.lower(ascii)));
    }

    /** As it stands in a policy. */
    public String text() {
        return wildcard ? "*." + name.ascii() : name.ascii();
    }

    /** Whether the pattern covers the host (RFC 8461 §4.1): the star stands for exactly one whole label. */
    public boolean matches(DomainName host) {
        String name = this.name.ascii();
        String other = host.ascii();
        if (!wildcard) {
            return other.equals(name) && !NameSyntax.isAddress(name);
        }
        int label = other.length() - name.length() - 1;
        return label > 0 && other.indexOf('.') == label && other.endsWith(name);
    }

    /** Whether the pattern covers the host of this name, in any form {@link DomainName#read} takes; what is no name is never covered. */
    public boolean matches(String host) {
        return DomainName.find(host).filter(this::matches).isPresent();
    }

    @Override
    public int compareTo(MxPattern other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
