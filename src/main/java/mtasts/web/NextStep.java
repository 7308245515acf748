package mtasts.web;

import org.jspecify.annotations.Nullable;

/**
 * What to do now: one sentence, why and what comes after, and at most one primary button.
 *
 * @param label what stands above it when it is not <i>Next step</i>
 * @param say what to do first, why after the colon
 * @param why what it means for mail, and what comes after
 * @param how what to press when it is done, for those who may; {@code null} where the button says it all
 * @param action the page's one primary button; {@code null} where there is nothing to press
 * @param secondary a quiet link below the button
 * @param urgent whether mail is being held back
 */
public record NextStep(
        @Nullable Words label,
        Words say,
        @Nullable Words why,
        @Nullable Words how,
        @Nullable Action action,
        @Nullable Action secondary,
        boolean urgent) {

    public static NextStep of(Words say, @Nullable Words why) {
        return new NextStep(null, say, why, null, null, null, false);
    }

    public NextStep under(Words label) {
        return new NextStep(label, say, why, how, action, secondary, urgent);
    }

    public NextStep by(Action action) {
        return new NextStep(label, say, why, how, action, secondary, urgent);
    }

    public NextStep or(Action secondary) {
        return new NextStep(label, say, why, how, action, secondary, urgent);
    }

    /** Whether it asks for something that only those can do who may change things. */
    public boolean asks() {
        return how != null || (action != null && !action.isFor(false));
    }

    /** The same, told as something that holds mail back now. */
    public NextStep urgently() {
        return new NextStep(label, say, why, how, action, secondary, true);
    }
}
