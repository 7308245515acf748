/**
 * The policies of the registered domains: drafts, published versions that never change, the stages that follow from
 * them, how long senders may hold what was served (RFC 8461 §5.1), retirement (§8.3) and removal.
 *
 * <p>Whatever changes what is published enters at {@link mtasts.policy.Publishing}.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "domain", "audit", "web"})
@NullMarked
package mtasts.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
