package mtasts.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough, and their hashes: Argon2id with 19 MiB and two passes. Each hash says how it was made,
 * so that one made with less is made anew at the next sign-in.
 */
@Component
class Passwords {

    static final int SHORTEST = 12;

    static final int LONGEST = 1000;

    /** Long enough for the rule, and tried first by everybody who guesses. */
    private static final Set<String> MOST_COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "1234567891011",
            "123456789123",
            "123123123123",
            "0123456789012",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "qwertyqwerty",
            "qwerty123456",
            "abcdefghijkl",
            "abcdef123456",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "administrator",
            "adminadminadmin",
            "administrator1",
            "letmeinletmein",
            "iloveyou1234",
            "changemechangeme",
            "contraseña123",
            "contraseña1234",
            "correcthorsebatterystaple",
            "correct horse battery staple");

    private static final int MEMORY = 19 * 1024;

    private static final int PASSES = 2;

    /** Takes as long as any other hash, and no password has it. */
    static final String NOBODYS =
            "{argon2}$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY, PASSES, "A".repeat(22), "A".repeat(43));

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, MEMORY, PASSES)));

    /** Every hash takes 19 MiB: so many at once, and the others wait. */
    private final Semaphore room = new Semaphore(2);

    /** What is wrong with a new password, if anything is. */
    Optional<Words> objection(String password, String mail, String displayName) {
        var letters = password.codePointCount(0, password.length());
        if (letters < SHORTEST) {
            return Optional.of(Words.of("account.password.short", letters, SHORTEST));
        }
        if (letters > LONGEST) {
            return Optional.of(Words.of("account.password.long", LONGEST));
        }
        var plain = password.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(mail.toLowerCase(Locale.ROOT)) || plain.equals(displayName.toLowerCase(Locale.ROOT))) {
            return Optional.of(Words.of("account.password.own"));
        }
        return MOST_COMMON.contains(plain) || plain.codePoints().distinct().count() < 3
                ? Optional.of(Words.of("account.password.common"))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException for a password that {@link #objection} refuses for its length */
    String hash(String password) {
        if (isTooLong(password)) {
            throw new IllegalArgumentException("A password of " + password.length() + " characters");
        }
        return withRoom(() -> encoder.encode(composed(password)));
    }

    /**
     * Whether it is the password of that hash. Where there is no hash it takes as long, so that nobody learns by a watch
     * which accounts there are.
     */
    boolean matches(String password, @Nullable String hash) {
        if (isTooLong(password)) {
            return false;
        }
        var match = withRoom(() -> encoder.matches(composed(password), hash == null ? NOBODYS : hash));
        return match && hash != null;
    }

    /** Whether the hash was made with less than today's cost. */
    boolean isWeak(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static boolean isTooLong(String password) {
        return password.length() > 2 * LONGEST;
    }

    /** The same letters from any keyboard: an accent may come as a character of its own. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T withRoom(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
