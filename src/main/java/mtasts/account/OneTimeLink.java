package mtasts.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A link that lets one person set a password, once. Only its hash is kept.
 *
 * @param token 256 random bits, as it stands in {@code /link/<token>}
 * @param expiresAt the first instant at which it no longer works
 */
record OneTimeLink(String token, Instant expiresAt) {

    static final Duration LIFETIME = Duration.ofDays(7);

    private static final SecureRandom RANDOM = new SecureRandom();

    static OneTimeLink make(Instant now) {
        return new OneTimeLink(random(), now.plus(LIFETIME));
    }

    /** 256 random bits, in letters that a URL holds as they are. */
    static String random() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    byte[] hash() {
        return hash(token);
    }

    String path() {
        return "/link/" + token;
    }

    /** SHA-256: enough for a secret of this length, and it can be looked up. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Without the token, so that no log ever shows it. */
    @Override
    public String toString() {
        return "a one-time link until " + expiresAt;
    }
}
