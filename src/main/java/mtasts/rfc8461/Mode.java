package mtasts.rfc8461;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a policy asks of senders (RFC 8461 §5). */
public enum Mode {
    /** Deliver as ever, and report what would have failed. */
    TESTING("testing"),
    /** Hold mail back rather than hand it to a host that cannot prove its name. */
    ENFORCE("enforce"),
    /** As if there were no policy. */
    NONE("none");

    private static final Pattern BEHIND = Pattern.compile("[\\s#;,(<]");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** As it stands in a policy, in every language. */
    public String text() {
        return text;
    }

    /** The mode of exactly this text; the standard knows no other case. */
    public static Optional<Mode> of(String text) {
        return switch (text) {
            case "testing" -> Optional.of(TESTING);
            case "enforce" -> Optional.of(ENFORCE);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    /** The mode that was probably meant: in quotes, with something behind it, in another case, or misspelt. */
    static Optional<Mode> near(String text) {
        String bare = Ascii.lower(Shown.unquoted(BEHIND.split(text, 2)[0]));
        return of(bare).or(() -> Arrays.stream(values())
                .filter(mode -> Nearness.isOneEdit(bare, mode.text))
                .findFirst());
    }
}
