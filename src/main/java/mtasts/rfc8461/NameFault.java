package mtasts.rfc8461;

/** A way of not being a name, or not being a pattern; in both cases with words of its own. */
enum NameFault {
    EMPTY(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "empty"),
    PREFERENCE(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "preference"),
    COMMENT(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "comment"),
    LIST(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "list"),
    SEVERAL(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "several"),
    MARKDOWN(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "markdown"),
    HTML(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "html"),
    URL(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "url"),
    MAIL_ADDRESS(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "mail-address"),
    QUOTED(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "quoted"),
    ADDRESS(NameCode.ADDRESS, PolicyCode.MX_SYNTAX, "address"),
    PORT(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "port"),
    U_LABEL(NameCode.INTERNATIONAL, PolicyCode.MX_SYNTAX, "u-label"),
    LOOK_ALIKE(NameCode.INTERNATIONAL, PolicyCode.MX_SYNTAX, "look-alike"),
    INTERNATIONAL(NameCode.INTERNATIONAL, PolicyCode.MX_SYNTAX, "international"),
    TRAILING_DOT(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "trailing-dot"),
    SPACE(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "space"),
    WILDCARD(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "wildcard"),
    UNDERSCORE(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "underscore"),
    EMPTY_LABEL(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "empty-label"),
    CHARACTER(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "character"),
    HYPHEN(NameCode.SYNTAX, PolicyCode.MX_SYNTAX, "hyphen"),
    LONG_LABEL(NameCode.LENGTH, PolicyCode.MX_LENGTH, "label"),
    LONG_NAME(NameCode.LENGTH, PolicyCode.MX_LENGTH, "name");

    private final Words inName;
    private final Words inPattern;

    NameFault(Code nameCode, Code patternCode, String suffix) {
        inName = new Stem(nameCode, suffix);
        inPattern = new Stem(patternCode, suffix);
    }

    Words inName() {
        return inName;
    }

    Words inPattern() {
        return inPattern;
    }

    private record Stem(Code code, String suffix) implements Words {
        @Override
        public Severity severity() {
            return Severity.INVALID;
        }

        @Override
        public String stem() {
            return code.text() + "." + suffix;
        }
    }
}
