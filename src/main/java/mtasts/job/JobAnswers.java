package mtasts.job;

import java.net.URI;
import java.util.function.Predicate;
import mtasts.web.ApiProblem;
import mtasts.web.PageRequest;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells jobs to programs. */
@Component
public class JobAnswers {

    private final Jobs jobs;
    private final JobRows rows;
    private final Wording wording;

    JobAnswers(Jobs jobs, JobRows rows, Wording wording) {
        this.jobs = jobs;
        this.rows = rows;
        this.wording = wording;
    }

    /**
     * Jobs that are asked for at one address.
     *
     * @param path where each lies under its number
     * @param kinds which of them lie there
     * @param code of the problem where there is none of a number
     * @param unknown what is said then
     */
    public record Asked(String path, Predicate<String> kinds, String code, Words unknown) {}

    /** 202, where the job that has begun is asked for, and its first rows. */
    public ResponseEntity<JobJson> begun(Asked asked, long id) {
        return ResponseEntity.accepted()
                .location(URI.create(asked.path() + "/" + id))
                .body(show(asked, id, null, null));
    }

    /**
     * The job with one page of its rows, in the language of the request.
     *
     * @throws ApiProblem 404 where there is no such job, 400 where there can be no such page, see {@link PageRequest#asked}
     */
    public JobJson show(Asked asked, long id, @Nullable Integer page, @Nullable Integer size) {
        return of(require(asked, id), PageRequest.asked(page, size));
    }

    /**
     * Gives it the word to go on; one that goes on already, or is done, stays as it is.
     *
     * @throws ApiProblem 404 where there is no such job, 409 where it is still judged or was stopped
     */
    public void confirm(Asked asked, long id) {
        var job = require(asked, id);
        switch (job.state()) {
            case JUDGED -> jobs.confirm(id);
            case JUDGING -> {
                if (!job.confirmed()) {
                    throw ApiProblem.conflict("job.not-judged", Words.of("job.api.not-judged"));
                }
            }
            case QUEUED, RUNNING, DONE -> {}
            case CANCELLED, FAILED -> throw ApiProblem.conflict("job.ended", Words.of("job.api.ended"));
        }
    }

    /**
     * Stops it; what is done stays.
     *
     * @throws ApiProblem 404 where there is no such job
     */
    public void cancel(Asked asked, long id) {
        jobs.cancel(require(asked, id).id());
    }

    /**
     * The job itself.
     *
     * @throws ApiProblem 404 where there is no such job
     */
    public Job require(Asked asked, long id) {
        return jobs.find(id)
                .filter(job -> asked.kinds().test(job.kind()))
                .orElseThrow(() -> ApiProblem.notFound(asked.code(), asked.unknown()));
    }

    private JobJson of(Job job, PageRequest page) {
        return new JobJson(
                job.id(),
                job.state().text(),
                job.total(),
                job.done(),
                job.refused(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                rows.pageByNumber(job.id(), page).stream()
                        .map(row -> item(job, row))
                        .toList(),
                page.page(),
                page.size());
    }

    private JobRowJson item(Job job, JobResults.Line row) {
        var said = said(job, row);
        return new JobRowJson(
                row.number(), row.name(), row.result(), row.code(), said == null ? null : wording.text(said));
    }

    /** What is said of a row in one sentence; {@code null} as long as it has no result. */
    static @Nullable Words said(Job job, JobResults.Line row) {
        var result = row.result();
        return result == null || row.says() != null ? row.says() : result(job, result);
    }

    static Words result(Job job, String result) {
        return Words.of("job." + job.kind() + ".result." + result);
    }
}
