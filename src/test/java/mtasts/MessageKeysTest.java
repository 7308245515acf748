package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever asks for a message finds one. A key that is put together is known by its beginning. */
class MessageKeysTest {

    /** A key in a template: {@code #{key}}, {@code #words.say('key'}, {@code #words.of('key'}. */
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("#\\{\\s*([a-z][\\w.-]*)|#words\\.(?:say|of)\\(\\s*'([^']*)'|#\\{\\s*\\$\\{\\s*'([^']*)'");

    /** A key in Java: {@code Words.of("key"}, {@code Words.link("/path", "key"}. */
    private static final Pattern IN_JAVA =
            Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]*)\"|Words\\.link\\(\\s*[^,]+,\\s*\"([^\"]*)\"");

    private final TreeSet<String> keys = new TreeSet<>();

    MessageKeysTest() {
        Bundles.in("").values().forEach(messages -> keys.addAll(messages.keySet()));
    }

    @Test
    void everyKeyOfATemplateHasAMessage() throws IOException {
        assertThat(unknown(Path.of("frontend/templates"), ".html", IN_TEMPLATE)).isEmpty();
    }

    @Test
    void everyKeyInJavaHasAMessage() throws IOException {
        assertThat(unknown(Path.of("src/main/java"), ".java", IN_JAVA)).isEmpty();
    }

    private List<String> unknown(Path folder, String end, Pattern pattern) throws IOException {
        var unknown = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(end)).sorted().toList()) {
                var found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    var key = firstGroup(found.toMatchResult());
                    boolean known = key.endsWith(".") || key.endsWith("-")
                            ? keys.stream().anyMatch(each -> each.startsWith(key))
                            : keys.contains(key);
                    if (!known) {
                        unknown.add(key + " in " + file);
                    }
                }
            }
        }
        return unknown;
    }

    private static String firstGroup(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new AssertionError(found.group());
    }
}
