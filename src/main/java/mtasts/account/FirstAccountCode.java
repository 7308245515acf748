package mtasts.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What whoever started the application knows, and whoever reaches it first over the network does not: 80 random bits, new
 * at each start, never written to a file.
 */
@Component
class FirstAccountCode {

    /** Without the letters that are read as digits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final String code = random();

    String text() {
        return code;
    }

    /** Whether it is what was typed, in any case, with or without hyphens and white space; in constant time. */
    boolean is(String typed) {
        var plain = typed.length() > 100
                ? ""
                : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int place = 0; place < 16; place++) {
            if (place > 0 && place % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "the code of the first account";
    }
}
