package mtasts.rfc8461;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What tells senders that a policy changed (RFC 8461 §3.1).
 *
 * @param text 1 to 32 ASCII letters and digits
 */
public record PolicyId(String text) {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final int SUFFIXES = 36 * 36 * 36 * 36;

    /** @throws IllegalArgumentException where the text is no id */
    public PolicyId {
        if (!isId(text)) {
            throw new IllegalArgumentException("a policy id is 1 to 32 letters and digits");
        }
    }

    /** The id of a text published at an instant: the second in UTC, and four characters taken from the text. */
    public static PolicyId of(Instant published, String policyText) {
        String suffix = Integer.toString(digest(policyText) % SUFFIXES, 36);
        return new PolicyId(SECOND.format(published) + "0".repeat(4 - suffix.length()) + suffix);
    }

    static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= 32 && text.chars().allMatch(Ascii::isAlphanumeric);
    }

    private static int digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 0x7f) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
