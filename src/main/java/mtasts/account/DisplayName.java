package mtasts.account;

import java.text.Normalizer;
import mtasts.web.Words;

/**
 * What the pages and the audit trail call a person.
 *
 * @param text composed (NFC), 1 to 100 characters, nothing invisible or direction-changing in it
 */
record DisplayName(String text) {

    static final int LONGEST = 100;

    /** A name, or what is wrong with what was typed. */
    sealed interface Reading {
        record Name(DisplayName name) implements Reading {}

        record Refused(Words words) implements Reading {}
    }

    static Reading read(String typed) {
        if (typed.isBlank()) {
            return refused("account.name.missing");
        }
        if (typed.length() > 2 * LONGEST) {
            return refused("account.name.long", LONGEST);
        }
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        var hidden = text.codePoints().filter(DisplayName::isHidden).findFirst();
        if (hidden.isPresent()) {
            return refused("account.name.hidden", "U+%04X".formatted(hidden.getAsInt()), described(hidden.getAsInt()));
        }
        return text.length() > LONGEST
                ? refused("account.name.long", LONGEST)
                : new Reading.Name(new DisplayName(text));
    }

    /** Control and format characters, bidi overrides among them; the two joiners that some scripts spell with stay. */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            default -> false;
        };
    }

    private static String described(int character) {
        var name = Character.getName(character);
        return name == null ? "" : name;
    }

    private static Reading refused(String key, Object... arguments) {
        return new Reading.Refused(Words.of(key, arguments));
    }
}
