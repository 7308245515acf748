/**
 * The page and the API that judge a policy, an {@code _mta-sts} record or a match for everybody, without an account.
 * Nothing that is sent is kept. How often one network may ask is bounded.
 */
@ApplicationModule(allowedDependencies = {"rfc8461", "rfc8460", "web"})
@NullMarked
package mtasts.validator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
