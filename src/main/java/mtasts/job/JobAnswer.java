package mtasts.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API tells it, whatever its kind.
 *
 * @param state {@code judging}, {@code judged}, {@code queued}, {@code running}, {@code done}, {@code cancelled} or {@code
 *     failed}
 * @param done how many rows are done, those included that had nothing to be done
 * @param startedAt when work on the rows was confirmed
 * @param items a page of the rows, by number
 */
public record JobAnswer(
        long id,
        String state,
        int total,
        int done,
        int refused,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Item> items,
        int page,
        int size) {

    /**
     * One row.
     *
     * @param result what became of it, {@code null} as long as nothing did
     * @param code why it was refused, else {@code null}
     * @param text the same for people, in the language of the request
     */
    public record Item(
            int number,
            String name,
            @Nullable String result,
            @Nullable String code,
            @Nullable String text) {}
}
