/**
 * PostgreSQL of our own, for those who configured none: unpacked from the application's jar, kept in one folder, durable,
 * reachable from this machine alone. With {@code spring.datasource.url} set nothing of it is started.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package mtasts.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
