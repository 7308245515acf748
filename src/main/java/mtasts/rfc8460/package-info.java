/**
 * SMTP TLS Reporting exactly as RFC 8460 has it: the {@code _smtp._tls} record is written here. Pure Java; it knows names
 * from {@code rfc8461} and uses nothing else.
 */
@ApplicationModule(allowedDependencies = "rfc8461")
@NullMarked
package mtasts.rfc8460;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
