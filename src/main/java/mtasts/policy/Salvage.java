package mtasts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mtasts.rfc8461.MaxAge;
import mtasts.web.FreeText;

/**
 * What a draft can hold of a text that is no policy: the values of its {@code mx} and {@code max_age} lines as they are, and
 * in its note the text itself, after what is known of it.
 */
final class Salvage {

    private Salvage() {}

    /** Never throws; a text without a length is given a week. */
    static Typed of(Adoption.Live live) {
        var mx = new ArrayList<String>();
        List<String> ages = new ArrayList<>();
        live.text().lines().forEach(line -> {
            int colon = line.indexOf(':');
            var value = value(line, colon);
            switch (name(line, colon)) {
                case "mx" -> mx.add(value);
                case "max_age" -> ages.add(value);
                default -> {}
            }
        });
        return new Typed(
                mx.stream().limit(PolicyForm.MOST_LINES).toList(),
                ages.isEmpty() ? MaxAge.WEEK.text() : ages.getFirst(),
                FreeText.keepable(note(live)));
    }

    /** Whether the note holds all of the text, but for how its lines end and blank ones at the end. */
    static boolean isWhole(Adoption.Live live) {
        return FreeText.keepable(note(live)).equals(FreeText.kept(note(live)));
    }

    private static String note(Adoption.Live live) {
        var known = live.known();
        return "id: " + live.id().text()
                + (known.since() == null ? "" : "\nsince: " + known.since())
                + (known.earlier() == null
                        ? ""
                        : "\nearlier max_age: " + known.earlier().text())
                + "\n\n"
                + live.text();
    }

    private static String name(String line, int colon) {
        return colon < 0
                ? ""
                : line.substring(0, colon)
                        .replace("\uFEFF", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('-', '_');
    }

    /** In one line, as the editor takes it. */
    private static String value(String line, int colon) {
        var value = line.substring(colon + 1).replaceAll("\\p{Cntrl}", " ").strip();
        return value.length() > PolicyForm.LONGEST_LINE ? value.substring(0, PolicyForm.LONGEST_LINE) : value;
    }
}
