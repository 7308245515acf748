/**
 * Whatever looks across modules: the first page, the list of domains, the page of one domain with its next step, registering,
 * importing, and acts on many domains.
 */
@ApplicationModule(
        allowedDependencies = {
            "rfc8461",
            "domain",
            "policy",
            "promotion",
            "hosting",
            "export",
            "job",
            "account",
            "audit",
            "web"
        })
@NullMarked
package mtasts.estate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
