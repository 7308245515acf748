package mtasts.account;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mtasts.web.Resumed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A form that was sent after its session had ended, carried through sign-in as hidden fields: not kept anywhere on the way.
 *
 * @param path where it was sent to, with query, inside this application
 * @param fields names and values in their order; passwords and the form's token are left out
 * @param file whether a file was sent too: that is not carried, and has to be chosen again
 */
record Typed(String path, List<Field> fields, boolean file) {

    static final int MOST_FIELDS = 500;

    /** As the sign-in form sends them, which as a whole may be a megabyte. */
    static final int MOST_OCTETS = 1_000_000;

    /** Name of the hidden field with the path. */
    static final String PATH = "typed";

    /** What the names of the hidden fields with the values begin with. */
    static final String PREFIX = "typed.";

    /** Name of the hidden field that says that a file was sent. */
    static final String FILE = "typed-file";

    record Field(String name, String value) {}

    Typed {
        fields = List.copyOf(fields);
    }

    /** What was sent with a request that is now forwarded; nothing when that is too much to carry. */
    static Optional<Typed> sentWith(HttpServletRequest forwarded) throws ServletException, IOException {
        var path = attribute(forwarded, RequestDispatcher.FORWARD_REQUEST_URI);
        var query = attribute(forwarded, RequestDispatcher.FORWARD_QUERY_STRING);
        if (path == null) {
            return Optional.empty();
        }
        var inQuery = names(query == null ? "" : query);
        var fields = new ArrayList<Field>();
        forwarded.getParameterMap().forEach((name, values) -> {
            for (int place = Collections.frequency(inQuery, name); place < values.length && !isSecret(name); place++) {
                fields.add(new Field(name, values[place]));
            }
        });
        return bounded(query == null ? path : path + "?" + query, fields, holdsFile(forwarded));
    }

    private static boolean holdsFile(HttpServletRequest forwarded) throws ServletException, IOException {
        var contentType = forwarded.getContentType();
        return contentType != null
                && contentType.startsWith("multipart/form-data")
                && forwarded.getParts().stream()
                        .anyMatch(part -> part.getSubmittedFileName() != null && part.getSize() > 0);
    }

    /** What the sign-in form carried. */
    static Optional<Typed> carriedBy(HttpServletRequest signIn) {
        var path = signIn.getParameter(PATH);
        if (path == null) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        signIn.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                if (name.startsWith(PREFIX) && !isSecret(name)) {
                    fields.add(new Field(name.substring(PREFIX.length()), value));
                }
            }
        });
        return bounded(path, fields, signIn.getParameter(FILE) != null);
    }

    /** The names in a query, whose values come before those of the form: they stay in the path. */
    private static List<String> names(String query) {
        return Stream.of(query.split("&"))
                .map(part -> part.split("=", 2)[0])
                .map(name -> UriUtils.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    private static Optional<Typed> bounded(String path, List<Field> fields, boolean file) {
        long octets = fields.stream().mapToLong(Typed::octets).sum();
        return Resumed.isForm(path)
                        && !path.startsWith("/sign-in")
                        && fields.size() <= MOST_FIELDS
                        && octets <= MOST_OCTETS
                ? Optional.of(new Typed(path, fields, file))
                : Optional.empty();
    }

    private static long octets(Field field) {
        return (long) PREFIX.length() + encoded(field.name()) + encoded(field.value()) + "&=".length();
    }

    private static int encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length();
    }

    private static boolean isSecret(String name) {
        return name.equals("_csrf") || name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static @Nullable String attribute(HttpServletRequest request, String name) {
        return request.getAttribute(name) instanceof String text ? text : null;
    }

    /** The fields as a request's parameters. */
    Map<String, String[]> parameters() {
        var values = new LinkedHashMap<String, List<String>>();
        fields.forEach(field ->
                values.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.value()));
        var parameters = new LinkedHashMap<String, String[]>();
        values.forEach((name, list) -> parameters.put(name, list.toArray(String[]::new)));
        return parameters;
    }
}
