/**
 * From testing to enforce and back: what must be so before mail may be held back, criterion by criterion, and the two
 * deeds themselves. Every publication that changes the mode to {@code enforce} goes through
 * {@link mtasts.promotion.Promotion}.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "policy", "domain", "audit", "web"})
@NullMarked
package mtasts.promotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
