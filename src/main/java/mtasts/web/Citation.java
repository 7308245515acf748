package mtasts.web;

import java.util.regex.Pattern;

/**
 * Where a rule stands.
 *
 * @param text such as {@code RFC 8461 §3.2}
 */
public record Citation(String text) {

    private static final Pattern SECTION = Pattern.compile("RFC (\\d{1,5})(?: §([0-9A-Z.]+))?");

    /** The section's address at rfc-editor.org, or the editor's front page when the text names none. */
    public String href() {
        var section = SECTION.matcher(text);
        if (!section.matches()) {
            return "https://www.rfc-editor.org/";
        }
        var document = "https://www.rfc-editor.org/rfc/rfc" + section.group(1);
        return section.group(2) == null ? document : document + "#section-" + section.group(2);
    }
}
