/**
 * Long work on many rows: first judged, then confirmed, then done in small transactions, with progress, cancelling and a
 * result to look through. A module that has such work gives a {@link mtasts.job.Work}, and starts it by {@link
 * mtasts.job.Jobs}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "web"})
@NullMarked
package mtasts.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
