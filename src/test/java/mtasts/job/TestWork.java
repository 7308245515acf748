package mtasts.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import mtasts.audit.AuditTrail;
import mtasts.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work for tests: an entry in the audit trail for each row. What a row is called says what happens to it. */
@Component
class TestWork implements Work {

    static final int CHUNK = 10;

    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Set<String> happened = ConcurrentHashMap.newKeySet();

    /** A row that is called {@code gate} waits for a permit. */
    final Semaphore gate = new Semaphore(0);

    final Semaphore atGate = new Semaphore(0);

    TestWork(AuditTrail audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    void forget() {
        happened.clear();
        gate.drainPermits();
        atGate.drainPermits();
    }

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public String resource() {
        return "/api/v1/tests";
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public List<Outcome> judge(Job job, List<Row> rows) {
        return rows.stream()
                .map(row -> row.name().startsWith("no")
                        ? Outcome.refused("test.no", Words.of("job.row.failed"))
                        : row.name().startsWith("same") ? Outcome.same("same") : Outcome.open("new"))
                .toList();
    }

    @Override
    public List<Outcome> apply(Job job, List<Row> rows) {
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            audit.record("test.done", row.name(), null, null);
            if (row.name().startsWith("bad")) {
                throw new IllegalArgumentException("a bad row");
            }
            if (row.name().startsWith("cut") && happened.add(row.name())) {
                jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(any -> {});
            }
            if (row.name().startsWith("gate") && happened.add(row.name())) {
                atGate.release();
                gate.acquireUninterruptibly();
            }
            outcomes.add(Outcome.done("done"));
        }
        return outcomes;
    }
}
