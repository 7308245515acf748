package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page needs to know; templates know it as {@code frame}.
 *
 * @param path the path of the page that is shown
 * @param here path and query to come back to after language or theme were switched
 * @param language {@code en} or {@code es}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param who what the signed-in person is called, {@code null} when nobody is signed in
 * @param answer whether the page answers a form, so that what stands in its fields was typed
 * @param bare whether the page holds no menu and no form at all
 * @param mayChange whether the signed-in person may change anything; buttons that do are shown to them only
 * @param version this application's
 */
public record FrameView(
        String path,
        String here,
        String language,
        String theme,
        boolean answer,
        boolean bare,
        @Nullable String who,
        boolean mayChange,
        String version) {

    /** One entry of the main menu. */
    public record Place(String key, String href, boolean current) {}

    public boolean signedIn() {
        return who != null;
    }

    /** Overview, Domains, Validator, Audit. */
    public List<Place> places() {
        return List.of(
                new Place("web.menu.overview", "/", path.equals("/")),
                new Place("web.menu.domains", "/domains", at("/domains")),
                new Place("web.menu.validator", "/validator", at("/validator")),
                new Place("web.menu.audit", "/audit", at("/audit")));
    }

    public List<String> themes() {
        return Theme.ALL;
    }

    /** What the page is to be drawn in whatever the system says, {@code null} when it follows the system. */
    public @Nullable String fixedTheme() {
        return theme.equals(Theme.SYSTEM) ? null : theme;
    }

    /** Whether the page lies at this path or below it. */
    public boolean at(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
