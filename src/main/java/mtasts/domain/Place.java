package mtasts.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a domain's policy file is served. */
public enum Place {
    /** By this application; a publication is live at once. */
    HERE,
    /** By another web server; a person confirms that the new file is up. */
    ELSEWHERE;

    /** As it lies in the database and in the installation's settings: {@code here} or {@code elsewhere}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place with that text, as somebody typed or sent it. */
    public static Optional<Place> read(String text) {
        return switch (text) {
            case "here" -> Optional.of(HERE);
            case "elsewhere" -> Optional.of(ELSEWHERE);
            default -> Optional.empty();
        };
    }

    /** Every text that there is one of. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Place::text).toList();
    }

    /**
     * The same of a text that is known to be one.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Place of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("no place: " + text));
    }
}
