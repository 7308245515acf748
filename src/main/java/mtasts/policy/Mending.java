package mtasts.policy;

import mtasts.rfc8461.Finding;
import org.jspecify.annotations.Nullable;

/** What a field would hold after the remedy of a finding about its line. */
final class Mending {

    private Mending() {}

    /** The value after the field's name and colon; {@code null} where the remedy needs a person. */
    static @Nullable String of(String line, Finding finding) {
        var place = finding.place();
        int colon = line.indexOf(':');
        if (finding.remedy().isEmpty()
                || place.column() < colon + 2
                || place.column() - 1 + place.length() > line.length()) {
            return null;
        }
        var mended = line.substring(0, place.column() - 1)
                + finding.remedy().get()
                + line.substring(place.column() - 1 + place.length());
        var value = mended.substring(colon + 1).strip();
        return value.isEmpty() ? null : value;
    }
}
