package mtasts.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing observed, as it is shown wherever it appears.
 *
 * @param mark its severity
 * @param place where, such as <i>Line 4</i>
 * @param what what is wrong
 * @param meaning what it means
 * @param remedy what to do; <i>Do this:</i> is put before it
 * @param code its stable code, such as {@code policy.mx.syntax}
 * @param citation where the rule stands
 * @param action a button that mends it, if one can
 */
public record FindingView(
        Mark mark,
        @Nullable Words place,
        Words what,
        @Nullable Words meaning,
        @Nullable Words remedy,
        String code,
        @Nullable Citation citation,
        @Nullable Action action) {}
