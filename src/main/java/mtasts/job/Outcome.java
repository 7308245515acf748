package mtasts.job;

import java.util.Locale;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What came, or would come, of one row.
 *
 * @param result what became of it: a stable word of the kind, with a sentence under {@code job.<kind>.result.<result>}
 * @param code why, where it was refused: stable and dotted, as in the API; else {@code null}
 * @param says more about it, {@code null} where the result says all. Its arguments are text, numbers, other words and
 *     lists of them
 * @param name what the row is called from now on, {@code null} where nothing better than before is known
 * @param seen what was seen when it was judged, to be written as a JSON object: from then on the row's {@link Row#input()};
 *     {@code null} where that stays as it is
 */
public record Outcome(
        State state,
        String result,
        @Nullable String code,
        @Nullable Words says,
        @Nullable String name,
        @Nullable Object seen) {

    /** What a row counts as. */
    public enum State {
        /** There is something to be done for it, once the job is confirmed. Only when judging. */
        OPEN,
        /** It is done. Only when working. */
        DONE,
        /** It is so already: nothing is to be done. */
        SAME,
        /** Nothing can be done for it. */
        REFUSED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Mark mark() {
            return switch (this) {
                case OPEN -> Mark.UNKNOWN;
                case DONE -> Mark.OK;
                case SAME -> Mark.ADVICE;
                case REFUSED -> Mark.INVALID;
            };
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** There is something to be done. */
    public static Outcome open(String result) {
        return new Outcome(State.OPEN, result, null, null, null, null);
    }

    public static Outcome done(String result) {
        return new Outcome(State.DONE, result, null, null, null, null);
    }

    public static Outcome same(String result) {
        return new Outcome(State.SAME, result, null, null, null, null);
    }

    public static Outcome refused(String code, Words why) {
        return new Outcome(State.REFUSED, "refused", code, why, null, null);
    }

    public Outcome saying(@Nullable Words words) {
        return new Outcome(state, result, code, words, name, seen);
    }

    public Outcome named(@Nullable String name) {
        return new Outcome(state, result, code, says, name, seen);
    }

    public Outcome seeing(Object seen) {
        return new Outcome(state, result, code, says, name, seen);
    }
}
