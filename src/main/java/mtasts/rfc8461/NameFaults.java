package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says why a text is no name, or no pattern: the first of a list of rules that recognises it, what people paste by
 * mistake before what is merely misspelt. Each takes time linear in the text.
 */
final class NameFaults {

    private static final List<Function<NameText, Optional<Finding>>> RULES = Stream.concat(
                    PastedName.RULES.stream(), MisspeltName.RULES.stream())
            .toList();

    private NameFaults() {}

    static Finding inName(String text) {
        return find(new NameText(text.strip(), false, new Place(1, 1, text.length())));
    }

    static Finding inPattern(String text, Place place) {
        return find(new NameText(text.strip(), true, place));
    }

    private static Finding find(NameText name) {
        for (Function<NameText, Optional<Finding>> rule : RULES) {
            Optional<Finding> finding = rule.apply(name);
            if (finding.isPresent()) {
                return finding.get();
            }
        }
        return name.finding(NameFault.LONG_NAME, Integer.toString(name.text().length()));
    }
}
