package mtasts.job;

import java.time.Instant;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Work on many rows, as it stood when it was read.
 *
 * @param kind the {@link Work#kind()} that does it
 * @param personId who started it, and in whose name everything is done
 * @param who what that person was called then
 * @param address from where, {@code null} where nobody knows
 * @param startedAt when it was confirmed
 * @param total how many rows it has
 * @param position the number of the last row that this pass has come by
 * @param done how many rows are done, those included that had nothing to be done
 * @param refused how many rows were refused
 * @param input what holds for all rows, as it was given at the start
 */
public record Job(
        long id,
        String kind,
        JobState state,
        boolean confirmed,
        boolean cancelAsked,
        long personId,
        String who,
        @Nullable String address,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int total,
        int position,
        int done,
        int refused,
        JsonNode input) {

    /** How many rows were left as they are: of a job that has not ended, those that are still to come. */
    public int open() {
        return total - done - refused;
    }

    /** How many rows this pass has behind it. */
    public int gone() {
        return state == JobState.JUDGING ? Math.min(position, total) : done + refused;
    }

    /** What it is, and what was sent for it: see {@link Jobs.Order}. */
    public Words title() {
        var title = Words.of("job." + kind + ".title", total);
        var source = input.path("source");
        if (!source.isString()) {
            return title;
        }
        return source.asString().isEmpty()
                ? Words.of("job.title.pasted", title)
                : Words.of("job.title.file", title, source.asString());
    }

    /** How far it is, and whose it is. */
    public Words standing() {
        return Words.of(
                state == JobState.JUDGED ? "job.under-way.judged" : "job.under-way",
                state.words(),
                gone(),
                total,
                who,
                Words.ago(createdAt));
    }

    /** How many of its rows have come to what. */
    public Words counts() {
        return state == JobState.JUDGED
                ? Words.of("job.list.judged", total)
                : Words.of("job.list.counts", done, refused, open());
    }

    /** Where people look at it. */
    public String href() {
        return "/jobs/" + id;
    }
}
