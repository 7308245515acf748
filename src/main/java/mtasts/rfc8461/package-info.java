/**
 * MTA-STS exactly as RFC 8461 has it: domain names, MX patterns, modes, policies, policy ids and the {@code _mta-sts}
 * record are read, written and matched here. Pure Java, and it uses no other module.
 *
 * <p>Reading never throws on bad input and repairs nothing: what comes out is the value, where a literal reader of the
 * standard takes the text, and everything that is to be said about it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package mtasts.rfc8461;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
