package mtasts.rfc8461;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says why a text is no name, or no pattern: the first of a list of rules that recognises it, what people paste by
 * mistake before what is merely misspelt. Each takes time linear in the text.
 */
final class NameFaults {

    private static final List<Function<NameFaults, Optional<Finding>>> RULES = List.of(
            NameFaults::empty,
            NameFaults::preference,
            NameFaults::comment,
            NameFaults::list,
            NameFaults::markdown,
            NameFaults::html,
            NameFaults::url,
            NameFaults::mailAddress,
            NameFaults::quoted,
            NameFaults::address,
            NameFaults::port,
            NameFaults::international,
            NameFaults::trailingDot,
            NameFaults::space,
            NameFaults::wildcard,
            NameFaults::underscore,
            NameFaults::emptyLabel,
            NameFaults::character,
            NameFaults::hyphen,
            NameFaults::longLabel);

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern SIX = Pattern.compile("(IPv6:)?[0-9a-fA-F:.]*");

    private final String text;
    private final boolean pattern;
    private final Place place;
    private final String[] words;

    private NameFaults(String text, boolean pattern, Place place) {
        this.text = text.strip();
        this.pattern = pattern;
        this.place = place;
        this.words = SEPARATOR
                .splitAsStream(this.text)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    static Finding inName(String text) {
        return new NameFaults(text, false, new Place(1, 1, text.length())).find();
    }

    static Finding inPattern(String text, Place place) {
        return new NameFaults(text, true, place).find();
    }

    private Finding find() {
        return RULES.stream()
                .flatMap(rule -> rule.apply(this).stream())
                .findFirst()
                .orElseGet(() -> words(NameFault.LONG_NAME).at(place, Integer.toString(text.length())));
    }

    private Optional<Finding> empty() {
        return when(text.isEmpty(), NameFault.EMPTY);
    }

    /** As dig prints it: {@code 10 mx.example.com.} */
    private Optional<Finding> preference() {
        boolean numbered = words.length > 1 && words[words.length - 2].chars().allMatch(Ascii::isDigit);
        return numbered ? mended(NameFault.PREFERENCE, words[words.length - 1]) : Optional.empty();
    }

    private Optional<Finding> comment() {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '#') {
            end++;
        }
        String rest = text.substring(end).strip();
        boolean remark = !rest.isEmpty() && "#(;/-".indexOf(rest.charAt(0)) >= 0;
        return remark ? mended(NameFault.COMMENT, text.substring(0, end)) : Optional.empty();
    }

    private Optional<Finding> list() {
        List<String> names =
                Arrays.stream(words).flatMap(word -> good(word).stream()).toList();
        if (words.length == 0 || names.size() != words.length || text.equals(words[0])) {
            return Optional.empty();
        }
        if (names.size() == 1) {
            return mended(NameFault.PUNCTUATION, words[0]);
        }
        boolean separated = text.indexOf(',') >= 0 || text.indexOf(';') >= 0;
        String shown = names.stream().limit(3).collect(Collectors.joining(", ")) + (names.size() > 3 ? ", …" : "");
        return Optional.of(words(separated ? NameFault.LIST : NameFault.SEVERAL).at(place, shown));
    }

    private Optional<Finding> markdown() {
        Matcher link = LINK.matcher(text);
        return link.matches() ? mended(NameFault.MARKDOWN, link.group(1)) : Optional.empty();
    }

    private Optional<Finding> html() {
        int tag = text.indexOf('<', 1);
        return tag > 0 ? mended(NameFault.HTML, text.substring(0, tag)) : Optional.empty();
    }

    private Optional<Finding> url() {
        if (text.indexOf('/') < 0) {
            return Optional.empty();
        }
        int slashes = text.indexOf("//");
        int from = slashes < 0 ? 0 : slashes + 2;
        int to = from;
        while (to < text.length() && "/:?#".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return mended(NameFault.URL, text.substring(from, to));
    }

    private Optional<Finding> mailAddress() {
        int at = text.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : pattern ? when(true, NameFault.MAIL_ADDRESS) : mended(NameFault.MAIL_ADDRESS, text.substring(at + 1));
    }

    private Optional<Finding> quoted() {
        String bare = Shown.unquoted(text);
        return bare.length() < text.length() ? mended(NameFault.QUOTED, bare) : Optional.empty();
    }

    private Optional<Finding> address() {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean six =
                bare.indexOf(':') != bare.lastIndexOf(':') && SIX.matcher(bare).matches();
        return when(six || NameSyntax.isAddress(International.withoutRoot(bare)), NameFault.ADDRESS);
    }

    private Optional<Finding> port() {
        int colon = text.indexOf(':');
        boolean number = colon >= 0 && text.substring(colon + 1).chars().allMatch(Ascii::isDigit);
        return number ? mended(NameFault.PORT, text.substring(0, colon)) : Optional.empty();
    }

    private Optional<Finding> international() {
        if (Ascii.isAll(text)) {
            return Optional.empty();
        }
        return good(text)
                .map(ascii -> words(ascii.contains("xn--") ? NameFault.U_LABEL : NameFault.LOOK_ALIKE)
                        .mended(place, ascii, text))
                .or(() -> when(true, NameFault.INTERNATIONAL));
    }

    private Optional<Finding> trailingDot() {
        return text.endsWith(".") ? mended(NameFault.TRAILING_DOT, text) : Optional.empty();
    }

    private Optional<Finding> space() {
        return words.length > 1 ? mended(NameFault.SPACE, String.join("", words)) : Optional.empty();
    }

    private Optional<Finding> wildcard() {
        return when(text.indexOf('*') >= 0, NameFault.WILDCARD);
    }

    private Optional<Finding> underscore() {
        return when(text.indexOf('_') >= 0, NameFault.UNDERSCORE);
    }

    private Optional<Finding> emptyLabel() {
        return when(text.startsWith(".") || text.contains("..") || text.equals("."), NameFault.EMPTY_LABEL);
    }

    private Optional<Finding> character() {
        return text.codePoints()
                .filter(character -> !Ascii.isAlphanumeric(character) && character != '-' && character != '.')
                .mapToObj(character -> words(NameFault.CHARACTER).at(place, Shown.character(character)))
                .findFirst();
    }

    private Optional<Finding> hyphen() {
        return labels().filter(label -> label.startsWith("-") || label.endsWith("-"))
                .map(label -> words(NameFault.HYPHEN).at(place, label))
                .findFirst();
    }

    private Optional<Finding> longLabel() {
        return labels().filter(label -> label.length() > NameSyntax.LONGEST_LABEL)
                .map(label -> words(NameFault.LONG_LABEL).at(place, label, Integer.toString(label.length())))
                .findFirst();
    }

    private Stream<String> labels() {
        return Arrays.stream(text.split("\\."));
    }

    private Optional<Finding> when(boolean broken, NameFault fault) {
        return broken ? Optional.of(words(fault).at(place, text)) : Optional.empty();
    }

    private Optional<Finding> mended(NameFault fault, String candidate) {
        return good(candidate).map(remedy -> words(fault).mended(place, remedy, text));
    }

    private Words words(NameFault fault) {
        return fault.in(pattern);
    }

    /** The candidate as it should be written, where it is the name, or the pattern, that was probably meant. */
    private Optional<String> good(String candidate) {
        boolean wildcard = pattern && candidate.startsWith("*.");
        return DomainName.find(wildcard ? candidate.substring(2) : candidate)
                .map(name -> wildcard ? "*." + name.ascii() : name.ascii())
                .filter(text -> text.length() <= NameSyntax.LONGEST);
    }
}
