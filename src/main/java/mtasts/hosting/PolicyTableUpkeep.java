package mtasts.hosting;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import mtasts.policy.FileConfirmed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the table fresh: full before the web server takes its first request, then read every two seconds, and at once
 * after a hint. The reading is the truth; hints only save time and may be lost.
 */
@Component
class PolicyTableUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyTableUpkeep.class);

    private static final long SECONDS_BETWEEN_READINGS = 2;

    private final PolicyTableReader reader;
    private final PolicyTable table;
    private final ServedChannel channel;
    private final Semaphore hints = new Semaphore(0);
    private volatile @Nullable Thread thread;

    PolicyTableUpkeep(PolicyTableReader reader, PolicyTable table, DataSource database) {
        this.reader = reader;
        this.table = table;
        this.channel = new ServedChannel(database, hints::release);
    }

    @Override
    public void start() {
        reader.read();
        log.info("Domains whose policy is served: {}", table.size());
        Thread starting = Thread.ofPlatform().daemon().name("policy-table").unstarted(this::keepReading);
        thread = starting;
        starting.start();
        channel.open();
    }

    /** The shortest way for what this node publishes; it does not wait, so that publishers never wait for one another. */
    @TransactionalEventListener
    void on(FileConfirmed event) {
        hints.release();
    }

    private void keepReading() {
        boolean reached = true;
        while (waitForHintOrTime()) {
            try {
                reader.read();
                if (!reached) {
                    log.info("The database can be reached again, and what is served is up to date");
                }
                reached = true;
            } catch (RuntimeException problem) {
                // of any kind: whatever it is, the only thread that keeps the table fresh must not end by it
                if (reached && isRunning()) {
                    log.warn(
                            "What is served cannot be read: policies are served from memory as they were ({})",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(problem)));
                    log.debug("What is served cannot be read", problem);
                }
                reached = false;
            }
        }
    }

    private boolean waitForHintOrTime() {
        try {
            hints.tryAcquire(SECONDS_BETWEEN_READINGS, TimeUnit.SECONDS);
            hints.drainPermits();
            return thread == Thread.currentThread();
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Override
    public void stop() {
        channel.close();
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
