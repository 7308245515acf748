package mtasts.job;

import java.time.Instant;
import java.util.List;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports, adoptions and batches, whoever began them. */
@RestController
class JobResource {

    private final Jobs jobs;
    private final WorkByKind works;

    JobResource(Jobs jobs, WorkByKind works) {
        this.jobs = jobs;
        this.works = works;
    }

    /** Some of the jobs, the latest first. */
    record JobsJson(List<ListedJobJson> items, int page, int size, long total) {}

    /**
     * A job without its rows.
     *
     * @param address where it is asked for with its rows
     * @param kind what it does, such as {@code import}
     * @param state {@code judging}, {@code judged}, {@code queued}, {@code running}, {@code done}, {@code cancelled} or
     *     {@code failed}
     * @param who began or confirmed it
     */
    record ListedJobJson(
            long id,
            @Nullable String address,
            String kind,
            String state,
            String who,
            int total,
            int done,
            int refused,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * Those under way, those that wait to be confirmed, and those that ended within the last 90 days.
     *
     * @param page from 1
     * @param size 1 to 200, 50 when it is left out
     */
    @GetMapping(path = "/api/v1/jobs", produces = "application/json")
    JobsJson list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = PageRequest.asked(page, size);
        return new JobsJson(
                jobs.page(asked).stream().map(this::listed).toList(), asked.page(), asked.size(), jobs.count());
    }

    private ListedJobJson listed(Job job) {
        return new ListedJobJson(
                job.id(),
                works.find(job.kind())
                        .map(work -> work.resource() + "/" + job.id())
                        .orElse(null),
                job.kind(),
                job.state().text(),
                job.who(),
                job.total(),
                job.done(),
                job.refused(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }
}
