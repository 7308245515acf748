package mtasts.policy;

import java.util.Arrays;

/** What published a version. */
public enum Deed {
    PUBLISHED("published"),
    PROMOTED("promoted"),
    PROMOTED_ANYWAY("promoted-anyway"),
    BACK_TO_TESTING("back-to-testing"),
    RETIRED("retired"),
    /** It was up before this application knew of it. */
    ADOPTED("adopted");

    private final String text;

    Deed(String text) {
        this.text = text;
    }

    /** As it is kept, and the end of its message keys. */
    public String text() {
        return text;
    }

    static Deed of(String text) {
        return Arrays.stream(values())
                .filter(deed -> deed.text.equals(text))
                .findFirst()
                .orElseThrow();
    }
}
