/**
 * The frame of every page and every answer: menu, language, theme, error pages, problem details, paging, and the small
 * models behind the fragments that all pages share. It knows who acts from {@link mtasts.web.Actor} alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package mtasts.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
