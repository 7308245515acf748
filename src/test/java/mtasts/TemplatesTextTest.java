package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template must not hold: words of its own, anything inline, anything put out as it is. */
class TemplatesTextTest {

    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "words of its own in an attribute",
            Pattern.compile(
                    "\\s(?:title|alt|placeholder|aria-label|label)=\"(?![\\w@*-]+(?:\\.[\\w-]+)+\")[^\"]*\\p{L}"),
            "an inline style",
            Pattern.compile("\\s(?:th:)?(?:style|styleappend)=|^<style"),
            "an inline handler",
            Pattern.compile("\\s(?:th:)?on[a-z]+=|\\shx-on|js:|javascript:"),
            "an inline script",
            Pattern.compile("^<script(?!.*\\sth:src=)", Pattern.DOTALL),
            "HTML that is not of #words",
            Pattern.compile("\\sth:utext=\"(?!\\$\\{(?:[^?\"]* \\? #words\\.(?:html|say)\\([^\"]* :"
                    + " )?#words\\.(?:html|say)\\()"),
            "a form that changes something without a token",
            Pattern.compile("^<form(?=.*\\smethod=\"post\")(?!.*\\sth:action=)", Pattern.DOTALL),
            "a condition that th:replace overtakes",
            Pattern.compile(
                    "^<(?:(?=.*\\sth:replace=).*\\sth:(?:each|if|unless)=|(?=.*\\sth:insert=).*\\sth:each=)",
                    Pattern.DOTALL));

    @Test
    void noTemplateHoldsWhatItMustNot() throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.walk(Path.of("frontend/templates"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                faults(Files.readString(file)).forEach(fault -> faults.add(file + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p th:text=\"#{a}\"></p> and",
                "<p>[[${x}]]</p>",
                "<a title=\"Hello\"></a>",
                "<p style=\"color:red\"></p>",
                "<p th:style=\"${x}\"></p>",
                "<style></style>",
                "<button onclick=\"x()\"></button>",
                "<script></script>",
                "<p th:utext=\"${note}\"></p>",
                "<p th:utext=\"#{key(${note})}\"></p>",
                "<p th:utext=\"${a ? #words.html(a) : note}\"></p>",
                "<p th:utext=\"${a ? note : #words.html(a)}\"></p>",
                "<form\n method=\"post\" action=\"/x\"></form>",
                "<li th:each=\"a : ${b}\" th:replace=\"~{c}\"></li>",
                "<li th:replace=\"~{c}\" th:if=\"${b > 1}\"></li>",
                "<li th:insert=\"~{c}\" th:each=\"a : ${b}\"></li>"
            })
    void whatItMustNotHoldIsFound(String template) {
        assertThat(faults(template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input placeholder=\"mx1.example.net\" />",
                "<p th:utext=\"${#words.html(note)}\"></p>",
                "<p th:utext=\"${a > 1 ? #words.html(a) : #words.say('b')}\"></p>",
                "<th:block th:if=\"${a > b}\"><p th:replace=\"~{c}\"></p></th:block>",
                "<div th:if=\"${a > b}\" th:insert=\"~{c}\"></div>",
                "<form method=\"post\" th:action=\"@{/x}\"> </form>",
                "<script th:src=\"@{/x.js}\"></script>"
            })
    void whatItMayHoldIsLeftAlone(String template) {
        assertThat(faults(template)).isEmpty();
    }

    private static List<String> faults(String template) {
        var faults = new ArrayList<String>();
        var tags = TAG.matcher(template);
        while (tags.find()) {
            FORBIDDEN.forEach((fault, pattern) -> {
                if (pattern.matcher(tags.group()).find()) {
                    faults.add(fault + ": " + tags.group());
                }
            });
        }
        for (var text : TAG.split(template)) {
            if (text.codePoints().anyMatch(Character::isLetter)) {
                faults.add("words of its own: " + text.strip());
            }
        }
        return faults;
    }
}
