package mtasts.rfc8461;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.Optional;

/** Internationalised names by UTS #46, non-transitional, as browsers and registries treat them today. */
final class International {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** In UTF-16 units; no text that has a name is longer, unless it was made to be. */
    private static final int LONGEST = 1_000;

    private International() {}

    /**
     * The A-labels of a name, lower-case and without trailing dot; nothing where it has none. Quotes around a name are
     * no part of it, though UTS #46 would let them be.
     */
    static Optional<String> toAscii(String text) {
        if (text.length() > LONGEST || !Shown.unquoted(text).equals(text)) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        String ascii =
                withoutRoot(UTS46.nameToASCII(text, new StringBuilder(), info).toString());
        return info.hasErrors() || !NameSyntax.isName(ascii) ? Optional.empty() : Optional.of(Ascii.lower(ascii));
    }

    /** The U-labels of a name, or the name as it is where it has none. */
    static String toUnicode(String ascii) {
        if (!isInternational(ascii)) {
            return ascii;
        }
        IDNA.Info info = new IDNA.Info();
        String unicode = UTS46.nameToUnicode(ascii, new StringBuilder(), info).toString();
        return info.hasErrors() ? ascii : unicode;
    }

    /**
     * The first label that looks like an A-label and is none: no text has it (RFC 5890 §2.3.1, "fake A-label").
     *
     * @param ascii lower-case
     */
    static Optional<String> fakeALabel(String ascii) {
        if (!isInternational(ascii)) {
            return Optional.empty();
        }
        return Arrays.stream(ascii.split("\\."))
                .filter(label -> label.startsWith("xn--") && !hasText(label))
                .findFirst();
    }

    private static boolean hasText(String label) {
        IDNA.Info info = new IDNA.Info();
        UTS46.labelToUnicode(label, new StringBuilder(), info);
        return !info.hasErrors();
    }

    private static boolean isInternational(String ascii) {
        return ascii.startsWith("xn--") || ascii.contains(".xn--");
    }

    static String withoutRoot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
