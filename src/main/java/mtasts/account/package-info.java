/**
 * The people of this installation: who they are, how they sign in, what they may do. The first account, one-time links,
 * sessions, and the security of every request are decided here.
 */
@ApplicationModule(allowedDependencies = {"audit", "web"})
@NullMarked
package mtasts.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
