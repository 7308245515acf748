package mtasts.web;

import java.util.Locale;
import mtasts.rfc8461.Severity;

/** A severity or a verdict: an icon, a word and a colour, always together. */
public enum Mark {
    INVALID("x-octagon-fill", "invalid"),
    DANGER("exclamation-triangle-fill", "danger"),
    ADVICE("info-circle", "advice"),
    OK("check-circle-fill", "ok"),
    MET("check-circle-fill", "ok"),
    NOT_MET("dash-circle", "danger"),
    UNKNOWN("question-diamond", "");

    private final String icon;
    private final String style;

    Mark(String icon, String style) {
        this.icon = icon;
        this.style = style;
    }

    /** The mark of a finding's severity. */
    public static Mark of(Severity severity) {
        return switch (severity) {
            case INVALID -> INVALID;
            case DANGER -> DANGER;
            case ADVICE -> ADVICE;
            case OK -> OK;
        };
    }

    /** Its name among the bootstrap-icons. */
    public String icon() {
        return icon;
    }

    /** Its class in the style sheet; empty for what has no colour of its own. */
    public String style() {
        return style;
    }

    public Words words() {
        return Words.of("web.mark." + name().toLowerCase(Locale.ROOT));
    }
}
