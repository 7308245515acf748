package mtasts.job;

import mtasts.web.AuthenticatedActor;
import org.jspecify.annotations.Nullable;

/**
 * Who acts while a job runs: the person who started or confirmed it, who might do so then. Nobody is asked again, so that a
 * job is not left half done by a change of roles.
 */
record JobActor(long personId, String displayName, @Nullable String address) implements AuthenticatedActor {

    static JobActor of(Job job) {
        return new JobActor(job.personId(), job.who(), job.address());
    }

    @Override
    public boolean mayChange() {
        return true;
    }

    @Override
    public @Nullable String language() {
        return null;
    }

    @Override
    public String getName() {
        return displayName;
    }
}
