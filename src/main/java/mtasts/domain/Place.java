package mtasts.domain;

import java.util.Locale;

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

    /**
     * The place with that text.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Place of(String text) {
        return switch (text) {
            case "here" -> HERE;
            case "elsewhere" -> ELSEWHERE;
            default -> throw new IllegalArgumentException("no place: " + text);
        };
    }
}
