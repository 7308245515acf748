package mtasts.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mtasts.web.Action;
import mtasts.web.Address;
import mtasts.web.Flash;
import mtasts.web.Mark;
import mtasts.web.PageRequest;
import mtasts.web.Paging;
import mtasts.web.Tabs;
import mtasts.web.Tabs.Tab;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a job shows.
 *
 * @param tabs its results, each with its number of rows; {@code null} as long as there is none
 * @param same how many rows had nothing to be done
 * @param then where to go on when it has ended
 * @param offers what can be taken from it then
 */
record JobPage(
        Job job, int same, @Nullable Tabs tabs, List<Line> rows, Paging paging, String then, List<Action> offers) {

    /** One row as it is shown. */
    record Line(
            int number,
            String name,
            @Nullable Mark mark,
            @Nullable Words result,
            @Nullable Words says,
            @Nullable String code,
            @Nullable String href) {}

    static JobPage of(
            Job job,
            List<JobRows.Counted> counts,
            List<JobResults.Line> rows,
            @Nullable String result,
            PageRequest page,
            @Nullable Work work) {
        var address = Address.of(job.href()).with("result", result);
        long total = result == null
                ? job.total()
                : counts.stream()
                        .filter(count -> result.equals(count.result()))
                        .mapToLong(JobRows.Counted::rows)
                        .sum();
        return new JobPage(
                job,
                counts.stream()
                        .filter(count -> count.state() == Outcome.State.SAME)
                        .mapToInt(JobRows.Counted::rows)
                        .sum(),
                tabs(job, counts, result),
                rows.stream().map(row -> line(job, row, work)).toList(),
                Paging.of(page, total, address),
                work == null ? "/" : work.then(),
                work == null || job.state() != JobState.DONE ? List.of() : work.offers(job));
    }

    public Words title() {
        return job.title();
    }

    public Words started() {
        return Words.of("job.started", job.who(), Words.moment(job.createdAt()));
    }

    public int percent() {
        return job.total() == 0 ? 100 : (int) (100L * job.gone() / job.total());
    }

    /** What is said above the rows once nothing runs. */
    public @Nullable Flash said() {
        return switch (job.state()) {
            case JUDGING, QUEUED, RUNNING -> null;
            case JUDGED ->
                Flash.advice(Words.of(
                        job.open() == 0 ? "job.nothing" : "job." + job.kind() + ".judged", job.open(), job.refused()));
            case DONE -> job.refused() == 0 ? Flash.done(done()) : Flash.advice(done());
            case CANCELLED -> Flash.advice(Words.of("job.cancelled", job.done(), job.open(), ended()));
            case FAILED -> new Flash(Mark.DANGER, Words.of("job.failed", job.done(), job.open()), null);
        };
    }

    private Words done() {
        return job.refused() + same == 0
                ? Words.of("job.done.all", job.done())
                : Words.of("job.done.some", job.done() - same, same, job.refused());
    }

    public Words confirm() {
        return Words.of("job." + job.kind() + ".confirm", job.open());
    }

    private Words.When ended() {
        return Words.moment(Objects.requireNonNullElse(job.endedAt(), Instant.EPOCH));
    }

    private static @Nullable Tabs tabs(Job job, List<JobRows.Counted> counts, @Nullable String result) {
        var some = counts.stream().filter(count -> count.result() != null).toList();
        if (some.isEmpty()) {
            return null;
        }
        var address = Address.of(job.href());
        var all = new Tab(Words.of("job.all"), job.href(), result == null, Words.of("job.count", job.total()));
        var each = some.stream()
                .map(count -> new Tab(
                        JobAnswers.result(job, Objects.requireNonNull(count.result())),
                        address.with("result", count.result()).href(),
                        count.result().equals(result),
                        Words.of("job.count", count.rows())));
        return new Tabs(
                Words.of("job.results"), Stream.concat(Stream.of(all), each).toList());
    }

    private static Line line(Job job, JobResults.Line row, @Nullable Work work) {
        var result = row.result();
        return new Line(
                row.number(),
                row.name(),
                result == null || row.state() == Outcome.State.OPEN
                        ? null
                        : row.state().mark(),
                result == null ? null : JobAnswers.result(job, result),
                row.says(),
                row.code(),
                work == null ? null : work.page(row.name()).orElse(null));
    }
}
