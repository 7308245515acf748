package mtasts.estate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address of the list of domains, such as {@code stage=testing&tag=prod&q=example}. */
final class BatchQuery {

    private static final int LONGEST = 4_000;
    private static final Set<String> KNOWN = Set.of("q", "stage", "tag", "finding", "sort", "page", "size", "all");

    private BatchQuery() {}

    /**
     * The list that is meant. Other than on the page, what makes no sense is not left out: it would mean more domains.
     *
     * @param query with or without a question mark before it; empty for all domains
     * @return empty where it cannot be understood
     */
    static Optional<ListRequest> read(String query) {
        var values = values(query.startsWith("?") ? query.substring(1) : query);
        if (values == null) {
            return Optional.empty();
        }
        var request = ListRequest.of(
                values.get("q"),
                values.get("stage"),
                values.get("tag"),
                values.get("finding"),
                values.get("sort"),
                PageRequest.of(values.get("page"), values.get("size")));
        var stage = values.getOrDefault("stage", "");
        return stage.isEmpty() || request.stage().isPresent() ? Optional.of(request) : Optional.empty();
    }

    private static @Nullable Map<String, String> values(String query) {
        var values = new HashMap<String, String>();
        if (query.length() > LONGEST) {
            return null;
        }
        for (var part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            try {
                var name = URLDecoder.decode(equals < 0 ? part : part.substring(0, equals), StandardCharsets.UTF_8);
                var value = equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
                if (!KNOWN.contains(name) || values.put(name, value) != null) {
                    return null;
                }
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
        return values;
    }
}
