package mtasts.web;

/** One line of two compared texts. */
public record DiffLine(Kind kind, String text) {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
