package mtasts.job;

import java.util.Locale;
import mtasts.web.Words;

/** How far a job is. */
public enum JobState {
    /** Its rows are looked at, and nothing is changed. */
    JUDGING,
    /** What would come of it can be looked at; it waits for a person's word, for a day at most. */
    JUDGED,
    /** It is confirmed, and its turn has not come yet. */
    QUEUED,
    /** Its rows are worked on. */
    RUNNING,
    /** Every row has its result. */
    DONE,
    /** It was stopped; what was done until then stays. */
    CANCELLED,
    /** It cannot be gone on with; what was done until then stays. */
    FAILED;

    /** Whether a worker goes on with it by itself. */
    public boolean atWork() {
        return this == JUDGING || this == QUEUED || this == RUNNING;
    }

    /** Whether nothing changes any more. */
    public boolean ended() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

    /** As it stands in the database and in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words words() {
        return Words.of("job.state." + text());
    }

    static JobState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
