package mtasts.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail address that a person signs in with.
 *
 * @param text in lower case, ASCII alone so that no two look the same, 3 to 254 characters
 */
record MailAddress(String text) {

    static final int LONGEST = 254;

    /** What browsers take in a mail field. */
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** Reads what was typed, in any case and with white space around it; nothing when it is no such address. */
    static Optional<MailAddress> read(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST && GRAMMAR.matcher(text).matches()
                ? Optional.of(new MailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
