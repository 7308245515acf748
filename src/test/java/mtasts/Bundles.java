package mtasts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The messages as they lie in {@code frontend/messages}: bundle, key, message. */
final class Bundles {

    private Bundles() {}

    /** @param language empty for English, {@code _es} for Spanish */
    static Map<String, Map<String, String>> in(String language) {
        var bundles = new TreeMap<String, Map<String, String>>();
        try (var files = Files.list(Path.of("frontend/messages"))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".properties", "");
                if (name.endsWith("_es") != language.isEmpty()) {
                    bundles.put(name.replace("_es", ""), read(file));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return bundles;
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var messages = new TreeMap<String, String>();
        properties.forEach((key, message) -> messages.put((String) key, (String) message));
        return messages;
    }
}
