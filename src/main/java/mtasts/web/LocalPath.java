package mtasts.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paths that stay inside this application, so that nothing typed can lead a reader away from it. */
public final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** Whether the text is a path (with query and fragment, if any) that no browser takes for another site's address. */
    public static boolean isLocal(@Nullable String text) {
        return text != null
                && text.length() <= LONGEST
                && text.startsWith("/")
                && !text.startsWith("//")
                && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '\\');
    }

    /** The text when it is local, or nothing. */
    public static Optional<String> of(@Nullable String text) {
        return isLocal(text) ? Optional.ofNullable(text) : Optional.empty();
    }

    /** Path and query of a full address, such as a {@code Referer}, or nothing when there is no local path in it. */
    public static Optional<String> within(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address);
            return of(uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
