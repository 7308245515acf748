/**
 * Who did what to what, when, from where, with before and after. Rows are only ever added; use cases of other modules
 * call {@link mtasts.audit.AuditTrail} inside their own transaction.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package mtasts.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
