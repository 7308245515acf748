package mtasts.rfc8461;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps a text from being a name that was meant to be one. */
final class MisspeltName {

    static final List<Function<NameText, Optional<Finding>>> RULES = List.of(
            MisspeltName::international,
            MisspeltName::trailingDot,
            MisspeltName::space,
            MisspeltName::star,
            MisspeltName::underscore,
            MisspeltName::emptyLabel,
            MisspeltName::character,
            MisspeltName::hyphen,
            MisspeltName::longLabel);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private MisspeltName() {}

    private static Optional<Finding> international(NameText name) {
        if (Ascii.isAll(name.text())) {
            return Optional.empty();
        }
        return name.good(name.text())
                .map(ascii -> name.mended(ascii.contains("xn--") ? NameFault.U_LABEL : NameFault.LOOK_ALIKE, ascii))
                .orElseGet(() -> name.when(true, NameFault.INTERNATIONAL));
    }

    private static Optional<Finding> trailingDot(NameText name) {
        return name.text().endsWith(".") ? name.mended(NameFault.TRAILING_DOT, name.text()) : Optional.empty();
    }

    private static Optional<Finding> space(NameText name) {
        return name.mended(NameFault.SPACE, SPACE.matcher(name.text()).replaceAll(""));
    }

    private static Optional<Finding> star(NameText name) {
        return name.when(name.name().isEmpty() || name.name().indexOf('*') >= 0, NameFault.WILDCARD);
    }

    private static Optional<Finding> underscore(NameText name) {
        return name.when(name.text().indexOf('_') >= 0, NameFault.UNDERSCORE);
    }

    private static Optional<Finding> emptyLabel(NameText name) {
        return name.when(name.text().startsWith(".") || name.text().contains(".."), NameFault.EMPTY_LABEL);
    }

    private static Optional<Finding> character(NameText name) {
        return name.name()
                .codePoints()
                .filter(character -> !Ascii.isAlphanumeric(character) && character != '-' && character != '.')
                .mapToObj(character -> name.finding(NameFault.CHARACTER, Shown.character(character)))
                .findFirst();
    }

    private static Optional<Finding> hyphen(NameText name) {
        return labels(name)
                .filter(label -> label.startsWith("-") || label.endsWith("-"))
                .map(label -> name.finding(NameFault.HYPHEN, label))
                .findFirst();
    }

    private static Optional<Finding> longLabel(NameText name) {
        return labels(name)
                .filter(label -> label.length() > NameSyntax.LONGEST_LABEL)
                .map(label -> name.finding(NameFault.LONG_LABEL, label, Integer.toString(label.length())))
                .findFirst();
    }

    private static Stream<String> labels(NameText name) {
        return Arrays.stream(name.name().split("\\."));
    }
}
