/**
 * Hands out policies by Host (RFC 8461 §3.3): ahead of sessions, security and everything else, from memory, so that
 * senders get their answer while the database is away. What any node publishes reaches this node's memory within
 * seconds.
 */
@ApplicationModule(allowedDependencies = "policy")
@NullMarked
package mtasts.hosting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
