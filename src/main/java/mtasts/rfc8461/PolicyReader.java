package mtasts.rfc8461;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Reads the text of a policy (RFC 8461 §3.2), as a sender does that keeps to the letter, and says everything that is to
 * be said about it, in input order. Takes time linear in the text; of a text over {@link Policy#LONGEST} only that is
 * said.
 */
public final class PolicyReader {

    private PolicyReader() {}

    /** Reads octets as they were served. */
    public static Reading<Policy> read(byte[] octets) {
        if (octets.length > Policy.LONGEST) {
            return tooLong(octets.length);
        }
        if (PolicyText.isUtf16(octets)) {
            return new PolicyLines(new String(octets, StandardCharsets.UTF_16))
                    .after(PolicyWords.UTF_16.at(new Place(1, 1, 0)))
                    .read(List.of());
        }
        return read(PolicyText.decoded(octets), List.of());
    }

    /** Reads a text as it was typed or pasted. */
    public static Reading<Policy> read(String text) {
        return read(text, List.of());
    }

    /**
     * Reads a text, and holds it against the hosts that take the domain's mail: whether each is covered, and whether
     * each pattern covers one. Where no hosts are given, nothing is said about that.
     */
    public static Reading<Policy> read(String text, Collection<DomainName> mxHosts) {
        return read((CharSequence) text, mxHosts);
    }

    static Reading<Policy> read(CharSequence text, Collection<DomainName> mxHosts) {
        return PolicyText.isTooLong(text) ? tooLong(PolicyText.octets(text)) : new PolicyLines(text).read(mxHosts);
    }

    private static Reading<Policy> tooLong(int length) {
        return new Reading.Refused<>(List.of(PolicyWords.SIZE.at(Place.NONE, Integer.toString(length))));
    }
}
