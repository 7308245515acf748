package mtasts.job;

import org.jspecify.annotations.Nullable;

/**
 * One row of a job.
 *
 * @param number as it was given; of a table, its line
 * @param result what became of it, {@code null} as long as nothing did
 * @param code why it was refused, else {@code null}
 * @param text the same for people, in the language of the request
 */
public record JobRowJson(
        int number,
        String name,
        @Nullable String result,
        @Nullable String code,
        @Nullable String text) {}
