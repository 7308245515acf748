package mtasts.job;

import org.jspecify.annotations.Nullable;

/**
 * One row of a job.
 *
 * @param number as it was given; of a table, its line
 * @param result what became of it, or while it is looked at what would; {@code null} as long as nobody knows. In the end an
 *     import says {@code registered}, {@code continued} or {@code unchanged}, an adoption {@code adopted}, {@code drafted} or
 *     {@code already}, a batch {@code published}, {@code promoted}, {@code testing}, {@code tagged}, {@code exported},
 *     {@code same} or {@code left-out}; and all of them {@code refused}
 * @param code why it was refused, else {@code null}
 * @param text the same for people, in the language of the request
 */
public record JobRowJson(
        int number,
        String name,
        @Nullable String result,
        @Nullable String code,
        @Nullable String text) {}
