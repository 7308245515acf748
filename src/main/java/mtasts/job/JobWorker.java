package mtasts.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works on jobs, one chunk at a time, for as long as there are any: those started here, those of other nodes, and those that
 * a stop or a crash has left behind. The database says what there is to do; hints only save time.
 */
@Component
class JobWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

    private static final long SECONDS_BETWEEN_LOOKS = 2;
    private static final long SECONDS_TO_END_A_CHUNK = 15;
    private static final int MOST_TRIES = 5;

    private final JobStep step;
    private final Semaphore hints = new Semaphore(0);
    private int tries;
    private volatile @Nullable Thread thread;

    JobWorker(JobStep step) {
        this.step = step;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().daemon().name("jobs").unstarted(this::keepWorking);
        thread = starting;
        starting.start();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Jobs.Ready event) {
        hints.release();
    }

    private void keepWorking() {
        boolean reached = true;
        while (isWanted()) {
            boolean more = false;
            try {
                more = step();
                reached = true;
            } catch (RuntimeException problem) {
                // of any kind: whatever it is, the only thread that works on jobs must not end by it
                if (reached && isWanted()) {
                    log.warn(
                            "Jobs wait: they are gone on with as soon as that is possible ({})",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(problem)));
                    log.debug("Jobs wait", problem);
                }
                reached = false;
            }
            if (!more && !waitForHintOrTime()) {
                return;
            }
        }
    }

    private boolean step() {
        try {
            boolean more = step.next();
            tries = 0;
            return more;
        } catch (JobStep.ChunkFailed failed) {
            if (isPassing(failed.getCause()) && ++tries < MOST_TRIES) {
                throw failed;
            }
            tries = 0;
            log.warn("A chunk of job {} failed, and its rows are tried one by one", failed.job, failed.getCause());
            oneByOne(failed);
            return true;
        }
    }

    private void oneByOne(JobStep.ChunkFailed failed) {
        for (int i = 0; i < failed.chunk.size() && isWanted(); i++) {
            if (!alone(failed.job)) {
                return;
            }
        }
    }

    /** Tries a row until it is done, or refused because it cannot be. */
    private boolean alone(long job) {
        for (int tries = 1; ; tries++) {
            try {
                return step.alone(job);
            } catch (JobStep.ChunkFailed failed) {
                if (!isPassing(failed.getCause()) || tries == MOST_TRIES) {
                    log.error("Row {} of job {} failed", failed.chunk.getFirst().number(), job, failed.getCause());
                    step.refuse(job);
                    return true;
                }
                if (!waitForHintOrTime()) {
                    return false;
                }
            }
        }
    }

    /** Whether it lies not in the rows but in the moment: no connection, a deadlock. */
    private static boolean isPassing(@Nullable Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || (cause instanceof TransactionException && !(cause instanceof UnexpectedRollbackException));
    }

    private boolean waitForHintOrTime() {
        try {
            hints.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
            hints.drainPermits();
            return isWanted();
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private boolean isWanted() {
        return thread == Thread.currentThread();
    }

    /** Lets the chunk that is being worked on end; the rest is for the next start. */
    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        hints.release();
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END_A_CHUNK));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
