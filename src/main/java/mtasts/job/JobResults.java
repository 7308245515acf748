package mtasts.job;

import java.util.List;
import mtasts.web.PageRequest;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came, or would come, of the rows of a job: in groups, and one by one. */
@Component
public class JobResults {

    private final JobRows rows;

    JobResults(JobRows rows) {
        this.rows = rows;
    }

    /**
     * The rows of which the same is said.
     *
     * @param result {@code null} as long as there is none
     * @param code why they were refused, else {@code null}
     */
    public record Group(
            Outcome.State state,
            @Nullable String result,
            @Nullable String code,
            int rows) {}

    /** One row; see {@link Outcome}. */
    public record Line(
            int number,
            String name,
            Outcome.State state,
            @Nullable String result,
            @Nullable String code,
            @Nullable Words says) {}

    /** Every row is in one of them; those for which there is something to be done first, the largest first. */
    public List<Group> groups(long job) {
        return rows.groups(job);
    }

    /** The rows of a group, by number. */
    public List<Line> page(long job, Group group, PageRequest page) {
        return rows.page(job, group, page);
    }

    /** The names of the rows that are done, by number, a few at a time. */
    public List<Line> done(long job, int after, int most) {
        return rows.done(job, after, most);
    }
}
