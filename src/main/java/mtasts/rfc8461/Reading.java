package mtasts.rfc8461;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text. It is also what a sender makes of it that keeps to the letter of the standard: it takes
 * the value of {@link Read}, and of {@link Refused} it takes nothing.
 */
public sealed interface Reading<T> {

    /** Everything to be said about the text, in input order. */
    List<Finding> findings();

    /** What was read, where the text is valid. */
    Optional<T> value();

    /** The text is valid: no finding is {@link Severity#INVALID}. */
    record Read<T>(T read, List<Finding> findings) implements Reading<T> {
        public Read {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(read);
        }
    }

    /** The text is not valid, and at least one finding says why. */
    record Refused<T>(List<Finding> findings) implements Reading<T> {
        /** @throws IllegalArgumentException without any finding */
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("nothing says why the text is refused");
            }
        }

        /** What a sender stumbles over: the first of the worst findings. */
        public Finding because() {
            return Collections.min(findings, Comparator.comparing(Finding::severity));
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
