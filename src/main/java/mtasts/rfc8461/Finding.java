package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing observed.
 *
 * @param words the stem under which its messages stand: {@code finding.<words>.what}, {@code .means} and {@code .do};
 *     it is the code's text or begins with it
 * @param place where in the text, or {@link Place#NONE}
 * @param arguments of the messages: short, and safe to show once escaped as text
 * @param replacement what to write in the stead of the text at {@code place}, where the remedy is as mechanical as that
 */
public record Finding(
        Code code,
        Severity severity,
        String words,
        Place place,
        List<String> arguments,
        @Nullable String replacement) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A finding whose remedy needs a person. */
    public Finding(Code code, Severity severity, String words, Place place, List<String> arguments) {
        this(code, severity, words, place, arguments, null);
    }

    /** What to write in the stead of the text at {@link #place()}, to be offered as a button. */
    public Optional<String> remedy() {
        return Optional.ofNullable(replacement);
    }
}
