package mtasts.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page and the state in its URL: filter, sort, page. Blank values are left out.
 *
 * @param path the page's path
 * @param state name and value, each once
 */
public record Address(String path, Map<String, String> state) {

    public Address {
        state = Map.copyOf(state);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with one value changed, or taken away when it is {@code null} or blank. */
    public Address with(String name, @Nullable Object value) {
        var changed = new TreeMap<>(state);
        if (value == null || value.toString().isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    public String href() {
        var query = new TreeMap<>(state)
                .entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
