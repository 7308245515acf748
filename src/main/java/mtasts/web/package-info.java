/**
 * The frame of every page and every answer: menu, language, theme, error pages, problem details, paging, and the small
 * models behind the fragments that all pages share, findings among them, which pages and API tell in the same words. It knows who acts from {@link mtasts.web.Actor} alone.
 */
@ApplicationModule(allowedDependencies = {"rfc8461"})
@NullMarked
package mtasts.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
