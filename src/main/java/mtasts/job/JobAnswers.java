package mtasts.job;

import mtasts.web.PageRequest;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.stereotype.Component;

/** Tells jobs to programs. */
@Component
public class JobAnswers {

    private final JobRows rows;
    private final Wording wording;

    JobAnswers(JobRows rows, Wording wording) {
        this.rows = rows;
        this.wording = wording;
    }

    /** The job with one page of its rows, in the language of the request. */
    public JobJson of(Job job, PageRequest page) {
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

    private JobRowJson item(Job job, JobRows.Told row) {
        var result = row.result();
        return new JobRowJson(
                row.number(),
                row.name(),
                result,
                row.code(),
                result == null ? null : wording.text(row.says() == null ? result(job, result) : row.says()));
    }

    static Words result(Job job, String result) {
        return Words.of("job." + job.kind() + ".result." + result);
    }
}
