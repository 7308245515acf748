package mtasts.rfc8461;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Octets of a policy as text. */
final class PolicyText {

    private PolicyText() {}

    /** Where octets are no UTF-8, each becomes a lone surrogate, which UTF-8 cannot yield: so none goes unseen. */
    static String decoded(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : escaped(octets);
    }

    private static String escaped(byte[] octets) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(octets);
        CharBuffer out = CharBuffer.allocate(octets.length);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (Character.MIN_LOW_SURROGATE + (in.get() & 0xff)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** The octet that a lone surrogate stands for, or -1. */
    static int octetBehind(char surrogate) {
        int octet = surrogate - Character.MIN_LOW_SURROGATE;
        return octet >= 0x80 && octet <= 0xff ? octet : -1;
    }

    static boolean isUtf16(byte[] octets) {
        int mark = octets.length < 2 ? 0 : (octets[0] & 0xff) << 8 | octets[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    /** Whether the text has more octets in UTF-8 than a policy may have. */
    static boolean isTooLong(CharSequence text) {
        return text.length() > Policy.LONGEST || text.length() > Policy.LONGEST / 3 && octets(text) > Policy.LONGEST;
    }

    /** How many the text has in UTF-8. */
    static int octets(CharSequence text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            octets += character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
        }
        return octets;
    }
}
