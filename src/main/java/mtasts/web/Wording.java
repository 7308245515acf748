package mtasts.web;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Says {@link Words} in the reader's language: the one place where a message's own markup reaches a page, and where
 * everything else is escaped. Templates know it as {@code #words}.
 */
@Component
public class Wording {

    /** A message's last sentence, where that is nothing but an argument. */
    private static final Pattern LAST_SENTENCE = Pattern.compile("(?<=[.!?]) \\{(\\d)}$");

    private static final Pattern MARKUP = Pattern.compile("</?(?:b|i|code|small)>|<wbr>");

    private final MessageSource messages;
    private final Format format;

    Wording(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /** For templates: the words of a key. */
    public Words of(String key, Object... arguments) {
        return Words.of(key, arguments);
    }

    /** HTML of a key and its arguments, which are escaped. */
    public String say(String key, Object... arguments) {
        return html(Words.of(key, arguments));
    }

    /** HTML of words; of anything else its escaped text; of {@code null} nothing. */
    public String html(@Nullable Object said) {
        return switch (said) {
            case null -> "";
            case Words words -> inMessage(words, pattern(words), this::htmlArgument);
            case Object other -> HtmlUtils.htmlEscape(other.toString());
        };
    }

    /**
     * The same without any markup, for titles, labels, the API and files. A link that is a sentence of its own says what to do
     * on a page, and is left out.
     */
    public String text(@Nullable Object said) {
        return switch (said) {
            case null -> "";
            case Words words ->
                inMessage(
                        words,
                        withoutLink(
                                words,
                                MARKUP.matcher(pattern(words).replace("<br>", " "))
                                        .replaceAll("")),
                        this::textArgument);
            case Object other -> other.toString();
        };
    }

    private static String withoutLink(Words words, String pattern) {
        var last = LAST_SENTENCE.matcher(pattern);
        return last.find()
                        && Integer.parseInt(last.group(1)) < words.arguments().size()
                        && words.arguments().get(Integer.parseInt(last.group(1))) instanceof Words.Link
                ? pattern.substring(0, last.start())
                : pattern;
    }

    private interface Argument {
        Object shown(Object argument);
    }

    private static String inMessage(Words words, String pattern, Argument argument) {
        if (words.arguments().isEmpty()) {
            return pattern;
        }
        var shown = words.arguments().stream().map(argument::shown).toArray();
        return new MessageFormat(pattern, locale()).format(shown);
    }

    private String pattern(Words words) {
        return messages.getMessage(words.key(), null, "??" + words.key() + "??", locale()) + "";
    }

    private Object htmlArgument(Object argument) {
        return switch (argument) {
            case Number number -> number;
            case Words words -> html(words);
            case Words.When when ->
                "<time datetime=\"%s\" title=\"%s\">%s</time>"
                        .formatted(
                                when.instant(), format.exact(when.instant()), HtmlUtils.htmlEscape(format.when(when)));
            case Words.Link link ->
                "<a href=\"%s\">%s</a>".formatted(HtmlUtils.htmlEscape(link.href()), html(link.words()));
            case List<?> list -> joined(list, this::htmlArgument);
            case Object other -> HtmlUtils.htmlEscape(textArgument(other).toString());
        };
    }

    private Object textArgument(Object argument) {
        return switch (argument) {
            case Number number -> number;
            case Words words -> text(words);
            case Words.When when -> format.when(when);
            case Words.Link link -> text(link.words());
            case LocalDate day -> format.day(day);
            case Duration duration -> format.duration(duration);
            case List<?> list -> joined(list, this::textArgument);
            case Object other -> other.toString();
        };
    }

    private String joined(List<?> list, Argument argument) {
        var shown = list.stream()
                .map(part -> argument.shown(part) instanceof Number number
                        ? format.count(number)
                        : argument.shown(part).toString())
                .toList();
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        var most = String.join(", ", shown.subList(0, shown.size() - 1));
        return messages.getMessage("web.list", new Object[] {most, shown.getLast()}, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
