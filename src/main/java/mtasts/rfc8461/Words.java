package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.List;

/** A way of breaking a rule that has its own words, and how much that matters. */
interface Words {

    Code code();

    Severity severity();

    /** Under {@code finding.<stem>} stand the messages. */
    String stem();

    default Finding at(Place place, String... arguments) {
        return new Finding(code(), severity(), stem(), place, shown(arguments));
    }

    /** With a remedy that can be put in the stead of what stands at the place; it is the last argument too. */
    default Finding mended(Place place, String remedy, String... arguments) {
        List<String> all = shown(arguments);
        all.add(Shown.text(remedy));
        return new Finding(code(), severity(), stem(), place, all, remedy);
    }

    private static List<String> shown(String... arguments) {
        List<String> shown = new ArrayList<>(arguments.length + 1);
        for (String argument : arguments) {
            shown.add(Shown.text(argument));
        }
        return shown;
    }
}
