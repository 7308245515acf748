/**
 * The domains that mail is received for, with their MX hosts, tags and place; and the mail providers that are known, from
 * whose patterns a first policy is proposed. It knows nothing of policies that were published.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "rfc8460", "audit", "web"})
@NullMarked
package mtasts.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
