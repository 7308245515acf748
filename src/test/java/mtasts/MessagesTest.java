package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said is said in both languages, and nothing is said that has no words. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern TAG = Pattern.compile("<(/?)([^<>\\s]*)[^<>]*>");
    private static final List<String> SINGLE = List.of("br", "wbr");
    private static final List<String> PAIRED = List.of("b", "i", "code", "small");

    private final Map<String, Map<String, String>> english = Bundles.in("");
    private final Map<String, Map<String, String>> spanish = Bundles.in("_es");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach((bundle, messages) -> assertThat(
                        spanish.getOrDefault(bundle, Map.of()).keySet())
                .as("keys of " + bundle + "_es")
                .isEqualTo(messages.keySet()));
    }

    @Test
    void bothLanguagesSpeakOfTheSameThings() {
        english.forEach((bundle, messages) -> messages.forEach((key, message) -> assertThat(
                        placeholders(spanish.getOrDefault(bundle, Map.of()).getOrDefault(key, "")))
                .as("placeholders of %s in Spanish", key)
                .isEqualTo(placeholders(message))));
    }

    @Test
    void noKeyStandsInTwoBundles() {
        var seen = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        english.forEach((bundle, messages) -> messages.keySet().forEach(key -> {
            var before = seen.put(key, bundle);
            if (before != null) {
                twice.add(key + " in " + before + " and " + bundle);
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void everyMessageCanBeSaid() {
        var faults = new ArrayList<String>();
        Stream.of(english, spanish)
                .flatMap(language -> language.values().stream())
                .forEach(messages -> messages.forEach((key, message) -> {
                    if (message.isBlank()) {
                        faults.add(key + " is empty");
                    }
                    if (!key.startsWith("web.date.") && message.contains("'")) {
                        faults.add(key + " has a straight apostrophe: ’ needs no quoting");
                    }
                    if (message.contains("{") && !isFormat(message)) {
                        faults.add(key + " cannot be read: " + message);
                    }
                    faults.addAll(faultsOfMarkup(key, message));
                }));
        assertThat(faults).isEmpty();
    }

    private static boolean isFormat(String message) {
        try {
            return !new MessageFormat(message).toPattern().isEmpty();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Only {@code <b> <i> <code> <small> <br> <wbr>}, each closed in its turn; {@code <} in a choice is none of them. */
    private static List<String> faultsOfMarkup(String key, String message) {
        var faults = new ArrayList<String>();
        var open = new ArrayList<String>();
        var tags = TAG.matcher(message.replaceAll("\\|?\\d<(?=[^/])", "#"));
        while (tags.find()) {
            var name = tags.group(2);
            if (PAIRED.contains(name) && tags.group(1).isEmpty()) {
                open.add(name);
            } else if (PAIRED.contains(name)
                    && !open.isEmpty()
                    && open.getLast().equals(name)) {
                open.removeLast();
            } else if (!SINGLE.contains(name)) {
                faults.add(key + " holds " + tags.group());
            }
        }
        open.forEach(name -> faults.add(key + " does not close <" + name + ">"));
        return faults;
    }

    private static TreeSet<String> placeholders(String message) {
        var numbers = new TreeSet<String>();
        PLACEHOLDER.matcher(message).results().forEach(found -> numbers.add(found.group(1)));
        return numbers;
    }
}
