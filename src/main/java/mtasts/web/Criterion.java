package mtasts.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so before a deed, and whether it is.
 *
 * @param mark {@code MET}, {@code NOT_MET} or {@code UNKNOWN}
 * @param what the criterion as a sentence
 * @param why how it stands: what is missing and when it will be there, or why nobody knows
 * @param number the number it comes down to: <i>11 &lt;small&gt;of 14 days&lt;/small&gt;</i>
 * @param meter the number drawn, if it can be
 */
public record Criterion(
        Mark mark,
        Words what,
        Words why,
        @Nullable Words number,
        @Nullable Meter meter) {}
