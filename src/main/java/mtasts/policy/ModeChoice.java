package mtasts.policy;

import java.util.List;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One mode in the editor: the one that the draft takes, or where another is set.
 *
 * @param hint what it does to mail, or where it is set
 */
record ModeChoice(Mode mode, boolean taken, Words hint) {

    /**
     * All three.
     *
     * @param taken the mode that the draft takes
     * @param published the current version's, {@code null} when nothing was ever published
     */
    static List<ModeChoice> of(DomainName name, Mode taken, @Nullable Mode published) {
        var place = "/domains/" + name.ascii();
        return List.of(
                new ModeChoice(
                        Mode.TESTING,
                        taken == Mode.TESTING,
                        taken == Mode.TESTING
                                ? Words.of("policy.mode.testing")
                                : Words.of(
                                        "policy.mode.testing.set",
                                        Words.link(place + "/back-to-testing", "policy.mode.testing.link"))),
                new ModeChoice(Mode.ENFORCE, taken == Mode.ENFORCE, enforce(place, taken, published)),
                new ModeChoice(Mode.NONE, false, none(place, published)));
    }

    private static Words enforce(String place, Mode taken, @Nullable Mode published) {
        if (taken == Mode.ENFORCE) {
            return Words.of("policy.mode.enforce");
        }
        return published == Mode.TESTING
                ? Words.of("policy.mode.enforce.set", Words.link(place + "/promote", "policy.mode.enforce.link"))
                : Words.of("policy.mode.enforce.later");
    }

    private static Words none(String place, @Nullable Mode published) {
        return switch (published) {
            case null -> Words.of("policy.mode.none.never");
            case NONE -> Words.of("policy.mode.none.now");
            case TESTING, ENFORCE ->
                Words.of("policy.mode.none.set", Words.link(place + "/retire", "policy.mode.none.link"));
        };
    }
}
