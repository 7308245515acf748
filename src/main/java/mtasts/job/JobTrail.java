package mtasts.job;

import java.util.LinkedHashMap;
import java.util.Map;
import mtasts.audit.AuditTrail;
import org.springframework.stereotype.Component;

/**
 * What the audit trail says of jobs themselves: who started one, who stopped it, and what came of it. One that only looks, and
 * one that is discarded before it was confirmed, changed nothing and is not told.
 */
@Component
class JobTrail {

    private final AuditTrail audit;

    JobTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** The one who is signed in gave the word for so many rows. */
    void started(long id, String kind, int rows) {
        audit.record("job.started", subject(id), null, values(kind, "rows", rows));
    }

    /** The one who is signed in asked for it to stop. */
    void stopped(Job job) {
        if (job.confirmed()) {
            audit.record("job.stopped", subject(job.id()), null, Map.of("job", job.kind()));
        }
    }

    /** It ended, in the name of its person, with so many rows done and refused and the others left. */
    void ended(Job job, int done, int refused) {
        if (job.confirmed()) {
            var values = values(job.kind(), "rows-done", done);
            values.put("rows-refused", refused);
            if (done + refused < job.total()) {
                values.put("rows-left", job.total() - done - refused);
            }
            audit.record(JobActor.of(job), "job.ended", subject(job.id()), null, values);
        }
    }

    private static String subject(long id) {
        return "/jobs/" + id;
    }

    private static Map<String, Object> values(String kind, String field, int number) {
        var values = new LinkedHashMap<String, Object>();
        values.put("job", kind);
        values.put(field, number);
        return values;
    }
}
