package mtasts.rfc8461;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way of not being a pattern; most are a way of not being a name too, and have other words for that. */
enum NameFault {
    EMPTY(NameCode.SYNTAX, "empty"),
    PREFERENCE(NameCode.SYNTAX, "preference"),
    COMMENT(NameCode.SYNTAX, "comment"),
    LIST(NameCode.SYNTAX, "list"),
    SEVERAL(NameCode.SYNTAX, "several"),
    PUNCTUATION(NameCode.SYNTAX, "punctuation"),
    MARKDOWN(NameCode.SYNTAX, "markdown"),
    HTML(NameCode.SYNTAX, "html"),
    URL(NameCode.SYNTAX, "url"),
    MAIL_ADDRESS(NameCode.SYNTAX, "mail-address"),
    QUOTED(NameCode.SYNTAX, "quoted"),
    ADDRESS(NameCode.ADDRESS, "address"),
    PORT(NameCode.SYNTAX, "port"),
    U_LABEL("u-label"),
    LOOK_ALIKE("look-alike"),
    INTERNATIONAL(NameCode.INTERNATIONAL, "international"),
    TRAILING_DOT("trailing-dot"),
    SPACE(NameCode.SYNTAX, "space"),
    WILDCARD(NameCode.SYNTAX, "wildcard"),
    UNDERSCORE(NameCode.SYNTAX, "underscore"),
    EMPTY_LABEL(NameCode.SYNTAX, "empty-label"),
    CHARACTER(NameCode.SYNTAX, "character"),
    HYPHEN(NameCode.SYNTAX, "hyphen"),
    LONG_LABEL(NameCode.LENGTH, "label"),
    LONG_NAME(NameCode.LENGTH, "name");

    private final @Nullable Words inName;
    private final Words inPattern;

    /** In a name this is no fault. */
    NameFault(String suffix) {
        inName = null;
        inPattern = new Invalid(PolicyCode.MX_SYNTAX, suffix);
    }

    NameFault(NameCode code, String suffix) {
        inName = new Invalid(code, suffix);
        inPattern = new Invalid(code == NameCode.LENGTH ? PolicyCode.MX_LENGTH : PolicyCode.MX_SYNTAX, suffix);
    }

    Words in(boolean pattern) {
        return pattern || inName == null ? inPattern : inName;
    }

    Stream<Words> all() {
        return Stream.of(in(false), inPattern).distinct();
    }

    private record Invalid(Code code, String suffix) implements Words {
        @Override
        public Severity severity() {
            return Severity.INVALID;
        }

        @Override
        public String stem() {
            return code.text().endsWith("." + suffix) ? code.text() : code.text() + "." + suffix;
        }
    }
}
