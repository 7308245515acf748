package mtasts.policy;

import mtasts.web.Glyph;

/** Where a domain is on its way: unpublished, testing, enforce, back from there, and down to retired. */
public enum Stage {
    /** No version was ever published. */
    UNPUBLISHED(Glyph.UNPUBLISHED),
    /** Senders deliver as ever and report. */
    TESTING(Glyph.TESTING),
    /** Senders hold mail back rather than deliver it to a host that cannot prove its name. */
    ENFORCE(Glyph.ENFORCE),
    /** {@code none} is published, and a sender may still hold a version from before. */
    RETIRING(Glyph.RETIRING),
    /** {@code none} is published, and no sender can hold anything else. */
    RETIRED(Glyph.RETIRED);

    private final Glyph glyph;

    Stage(Glyph glyph) {
        this.glyph = glyph;
    }

    /** Its shape, and its name in every language. */
    public Glyph glyph() {
        return glyph;
    }
}
