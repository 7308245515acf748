package mtasts.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API tells it, whatever its kind.
 *
 * @param state {@code judging}, {@code judged}, {@code queued}, {@code running}, {@code done}, {@code cancelled}
 *     or {@code failed}
 * @param done how many rows are done, those included that had nothing to be done
 * @param startedAt when work on the rows was confirmed
 * @param items a page of the rows, by number
 */
public record JobJson(
        long id,
        String state,
        int total,
        int done,
        int refused,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<JobRowJson> items,
        int page,
        int size) {}
