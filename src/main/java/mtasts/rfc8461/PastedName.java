package mtasts.rfc8461;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people paste where a name belongs: most often there is one inside. */
final class PastedName {

    static final List<Function<NameText, Optional<Finding>>> RULES = List.of(
            PastedName::nothing,
            PastedName::preference,
            PastedName::comment,
            PastedName::list,
            PastedName::link,
            PastedName::html,
            PastedName::url,
            PastedName::mailAddress,
            PastedName::quoted,
            PastedName::address,
            PastedName::port);

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("\\[?(?:IPv6:)?([0-9a-fA-F:.]*)]?");

    private PastedName() {}

    private static Optional<Finding> nothing(NameText name) {
        return name.when(name.text().isEmpty(), NameFault.EMPTY);
    }

    /** As dig prints it: {@code 10 mx.example.com.} */
    private static Optional<Finding> preference(NameText name) {
        int host = afterLastSpace(name.text());
        String before = name.text().substring(0, host).strip();
        String number = before.substring(afterLastSpace(before));
        boolean numbered = !number.isEmpty() && number.chars().allMatch(Ascii::isDigit);
        return numbered ? name.mended(NameFault.PREFERENCE, name.text().substring(host)) : Optional.empty();
    }

    private static Optional<Finding> comment(NameText name) {
        String text = name.text();
        int end = endOf(text, " \t#");
        String rest = text.substring(end).strip();
        boolean remark = !rest.isEmpty() && "#(;/-".indexOf(rest.charAt(0)) >= 0;
        return remark ? name.mended(NameFault.COMMENT, text.substring(0, end)) : Optional.empty();
    }

    private static Optional<Finding> list(NameText name) {
        if (!SEPARATOR.matcher(name.text()).find()) {
            return Optional.empty();
        }
        List<String> words = SEPARATOR
                .splitAsStream(name.text())
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> names =
                words.stream().flatMap(word -> name.good(word).stream()).toList();
        if (words.isEmpty() || names.size() < words.size()) {
            return Optional.empty();
        }
        if (names.size() == 1) {
            return name.mended(NameFault.PUNCTUATION, words.get(0));
        }
        boolean separated = name.text().indexOf(',') >= 0 || name.text().indexOf(';') >= 0;
        return Optional.of(name.finding(separated ? NameFault.LIST : NameFault.SEVERAL, String.join(", ", names)));
    }

    private static Optional<Finding> link(NameText name) {
        Matcher link = LINK.matcher(name.text());
        return link.matches() ? name.mended(NameFault.MARKDOWN, link.group(1)) : Optional.empty();
    }

    private static Optional<Finding> html(NameText name) {
        int tag = name.text().indexOf('<', 1);
        return tag > 0 ? name.mended(NameFault.HTML, name.text().substring(0, tag)) : Optional.empty();
    }

    private static Optional<Finding> url(NameText name) {
        String text = name.text();
        int slashes = text.indexOf("//");
        String behind = slashes < 0 ? text : text.substring(slashes + 2);
        return text.indexOf('/') < 0
                ? Optional.empty()
                : name.mended(NameFault.URL, behind.substring(0, endOf(behind, "/:?#")));
    }

    private static Optional<Finding> mailAddress(NameText name) {
        int at = name.text().lastIndexOf('@');
        return at < 0 || name.pattern()
                ? name.when(at >= 0, NameFault.MAIL_ADDRESS)
                : name.mended(NameFault.MAIL_ADDRESS, name.text().substring(at + 1));
    }

    private static Optional<Finding> quoted(NameText name) {
        String bare = Shown.unquoted(name.text());
        return bare.equals(name.text()) ? Optional.empty() : name.mended(NameFault.QUOTED, bare);
    }

    private static Optional<Finding> address(NameText name) {
        Matcher address = ADDRESS.matcher(name.text());
        if (!address.matches()) {
            return Optional.empty();
        }
        String bare = address.group(1);
        boolean six = bare.indexOf(':') != bare.lastIndexOf(':');
        return name.when(six || NameSyntax.isAddress(International.withoutRoot(bare)), NameFault.ADDRESS);
    }

    private static Optional<Finding> port(NameText name) {
        int colon = name.text().indexOf(':');
        return colon >= 0 && name.text().chars().skip(colon + 1L).allMatch(Ascii::isDigit)
                ? name.mended(NameFault.PORT, name.text().substring(0, colon))
                : Optional.empty();
    }

    private static int afterLastSpace(String text) {
        int position = text.length();
        while (position > 0 && !Character.isWhitespace(text.charAt(position - 1))) {
            position--;
        }
        return position;
    }

    /** Where the first of these characters stands, or the end. */
    private static int endOf(String text, String ends) {
        int end = 0;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
