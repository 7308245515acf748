/**
 * What leaves this application to be put somewhere else: the DNS records of a domain, the policy file, and ready
 * configurations for web servers; and the installation's settings, from which they are filled.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "rfc8460", "domain", "policy", "audit", "web"})
@NullMarked
package mtasts.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
