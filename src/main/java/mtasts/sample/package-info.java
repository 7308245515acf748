/**
 * Forty made-up domains under names that are reserved for examples (RFC 2606, RFC 6761), in every stage and with a history,
 * put in through the same use cases with the clock set back, and taken out again without a trace.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "domain", "policy", "promotion", "estate", "audit", "web"})
@NullMarked
package mtasts.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
