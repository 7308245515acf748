package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;

/** The fields that the standard knows (RFC 8461 §3.2). */
enum Field {
    VERSION("version"),
    MODE("mode"),
    MX("mx"),
    MAX_AGE("max_age");

    static final List<Field> ALL = List.of(MX, MODE, MAX_AGE, VERSION);

    private final String text;

    Field(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The field that was probably meant: one edit away, or equal but for case, hyphens, underscores and spaces. */
    static Optional<Field> near(String name) {
        for (Field field : ALL) {
            if (Nearness.isOneEdit(name, field.text) || folded(name).equals(folded(field.text))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character != '-' && character != '_' && character != ' ') {
                folded.append(character);
            }
        }
        return Ascii.lower(folded.toString());
    }
}
