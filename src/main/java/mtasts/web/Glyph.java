package mtasts.web;

import java.util.Locale;

/** The shape of a stage: ring, half, full with tick, broken ring, ring with bar. */
public enum Glyph {
    UNPUBLISHED,
    TESTING,
    ENFORCE,
    RETIRING,
    RETIRED;

    /** The stage's name, such as {@code Testing} or {@code En pruebas (testing)}. */
    public Words words() {
        return Words.of("web.stage." + name().toLowerCase(Locale.ROOT));
    }
}
