package mtasts.job;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One chunk of one job: the claim, the work and the notes of what came of it are one transaction. Whoever holds the job's
 * row does the work; a worker that dies or hangs loses its connection, all that it had not committed, and the job.
 */
@Component
class JobStep {

    private static final Logger log = LoggerFactory.getLogger(JobStep.class);

    private final Jobs jobs;
    private final JobRows rows;
    private final WorkByKind works;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JobStep(Jobs jobs, JobRows rows, WorkByKind works, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.rows = rows;
        this.works = works;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A chunk that was undone. */
    static final class ChunkFailed extends RuntimeException {

        final long job;
        final List<Row> chunk;

        ChunkFailed(long job, List<Row> chunk, RuntimeException cause) {
            super(cause);
            this.job = job;
            this.chunk = chunk;
        }
    }

    /** Goes on with the job whose turn it is; {@code false} when there is none. */
    boolean next() {
        return step(null, Integer.MAX_VALUE, null);
    }

    /** Goes on with one row of this job; {@code false} when somebody else does. */
    boolean alone(long job) {
        return step(job, 1, null);
    }

    /** Refuses the next row of this job, which cannot be worked on. */
    void refuse(long job) {
        step(job, 1, Outcome.refused("job.failed", Words.of("job.row.failed")));
    }

    /** @param failure why the work was not done, {@code null} where it was */
    private record Claimed(
            Job job, List<Row> chunk, @Nullable RuntimeException failure) {}

    private boolean step(@Nullable Long only, int most, @Nullable Outcome instead) {
        var claimed = new AtomicReference<@Nullable Claimed>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                // a node that hangs is not waited for
                jdbc.sql("set local idle_in_transaction_session_timeout = '45s'")
                        .update();
                var job = jobs.claim(only);
                job.ifPresent(found -> go(found, most, instead, claimed));
                return job.isPresent();
            }));
        } catch (RuntimeException failure) {
            // of any kind: what failed is work of another module, or the commit; nothing is swallowed
            var at = claimed.get();
            if (at == null) {
                throw failure;
            }
            throw new ChunkFailed(at.job().id(), at.chunk(), at.failure() == null ? failure : at.failure());
        }
    }

    private void go(Job job, int most, @Nullable Outcome instead, AtomicReference<@Nullable Claimed> claimed) {
        var work = works.find(job.kind());
        if (job.cancelAsked()) {
            leave(job, JobState.CANCELLED);
        } else if (work.isEmpty()) {
            log.error("Job {} cannot be gone on with: nothing here does work of kind {}", job.id(), job.kind());
            leave(job, JobState.FAILED);
        } else {
            go(job, work.get(), most, instead, claimed);
        }
    }

    private void go(
            Job job, Work work, int most, @Nullable Outcome instead, AtomicReference<@Nullable Claimed> claimed) {
        boolean judging = job.state() == JobState.JUDGING;
        int size = Math.min(most, judging ? work.judgedAtOnce() : work.chunkSize());
        var chunk = rows.next(job, size);
        if (chunk.isEmpty()) {
            over(job, judging);
            return;
        }
        claimed.set(new Claimed(job, chunk, null));
        List<Outcome> outcomes;
        try {
            outcomes = instead == null ? outcomes(job, work, chunk, judging) : List.of(instead);
        } catch (RuntimeException failure) {
            // of any kind, and thrown on: where the connection is gone, undoing fails too and hides why
            claimed.set(new Claimed(job, chunk, failure));
            throw failure;
        }
        rows.mark(job, chunk, outcomes);
        int refused = count(outcomes, Outcome.State.REFUSED);
        int open = count(outcomes, Outcome.State.OPEN);
        jobs.advance(
                job,
                judging ? JobState.JUDGING : JobState.RUNNING,
                chunk.getLast().number(),
                chunk.size() - refused - open,
                refused);
    }

    /** What was seen of the rows that are left is no result of them. */
    private void leave(Job job, JobState state) {
        rows.forgetOpen(job);
        jobs.advance(job, state, job.position(), 0, 0);
    }

    private void over(Job job, boolean judging) {
        if (!judging) {
            jobs.advance(job, JobState.DONE, job.total(), 0, 0);
        } else if (job.confirmed()) {
            jobs.advance(job, JobState.QUEUED, 0, 0, 0);
        } else {
            jobs.advance(job, JobState.JUDGED, job.total(), 0, 0);
        }
    }

    private static List<Outcome> outcomes(Job job, Work work, List<Row> chunk, boolean judging) {
        SecurityContextHolder.setContext(new SecurityContextImpl(JobActor.of(job)));
        try {
            var outcomes = judging ? work.judge(job, chunk) : work.apply(job, chunk);
            var forbidden = judging ? Outcome.State.DONE : Outcome.State.OPEN;
            if (outcomes.size() != chunk.size() || count(outcomes, forbidden) > 0) {
                throw new IllegalStateException(job.kind() + " does not say what came of each row");
            }
            return outcomes;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static int count(List<Outcome> outcomes, Outcome.State state) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }
}
