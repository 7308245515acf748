package mtasts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers of the API against its description. */
public final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read();

    /** What may be answered to any request, and is described once. */
    private static final Set<Integer> EVERYWHERE = Set.of(405, 406, 500, 503);

    private static final List<String> HEADERS = List.of("ETag", "Location", "Retry-After", "WWW-Authenticate");

    private Contract() {}

    /**
     * Checks one answer: the status is a described one, the headers that are described for it are there and no others of
     * them, and the body has the described shape, neither more nor less. What no operation is described for is a problem all
     * the same.
     */
    public static void check(String method, String path, HttpResponse<String> answer) {
        int status = answer.statusCode();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var body = answer.body();
        var what = method + " " + path + " → " + status + " " + body;
        var operation = operation(method, path.replaceFirst("\\?.*", ""));
        if (!operation.isMissingNode() && !EVERYWHERE.contains(status)) {
            headers(what, response(what, operation, status), answer);
        }
        if (status >= 400 || operation.isMissingNode()) {
            assertThat(type).as(what).startsWith("application/problem+json");
            shape(what, "", DOCUMENT.at("/components/schemas/Problem"), JSON.readTree(body));
            return;
        }
        if (status == 304) {
            return;
        }
        var response = response(what, operation, status);
        response.path("content").properties().forEach(content -> {
            assertThat(type).as(what).startsWith(content.getKey());
            if (content.getKey().equals("application/json")) {
                shape(what, "", content.getValue().path("schema"), JSON.readTree(body));
            }
        });
        if (response.path("content").isEmpty()) {
            assertThat(body).as(what + ": no body is described").isEmpty();
        }
    }

    private static JsonNode response(String what, JsonNode operation, int status) {
        var response = operation.path("responses").path(String.valueOf(status));
        assertThat(response.isMissingNode())
                .as(what + ": the status is not described")
                .isFalse();
        return response.has("$ref")
                ? DOCUMENT.at(response.get("$ref").asString().substring(1))
                : response;
    }

    private static void headers(String what, JsonNode response, HttpResponse<String> answer) {
        assertThat(HEADERS)
                .as(what + ": headers")
                .filteredOn(name -> answer.headers().firstValue(name).isPresent())
                .containsExactlyElementsOf(
                        HEADERS.stream().filter(response.path("headers")::has).toList());
    }

    /** The description itself. */
    static JsonNode document() {
        return DOCUMENT;
    }

    private static JsonNode operation(String method, String path) {
        return DOCUMENT.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst()
                .orElse(JSON.missingNode());
    }

    private static void shape(String what, String at, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            shape(what, at, DOCUMENT.at(schema.get("$ref").asString().substring(1)), value);
            return;
        }
        if (schema.has("allOf")) {
            shape(what, at, schema.get("allOf").get(0), value);
            return;
        }
        if (schema.has("anyOf")) {
            if (!value.isNull()) {
                shape(what, at, schema.get("anyOf").get(0), value);
            }
            return;
        }
        var types = schema.path("type").isArray()
                ? schema.path("type")
                : JSON.createArrayNode().add(schema.path("type"));
        if (schema.has("type")) {
            assertThat(StreamSupport.stream(types.spliterator(), false).map(JsonNode::asString))
                    .as("%s: the type of %s", what, at)
                    .anyMatch(type -> is(type, value));
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as("%s: the values of %s", what, at).contains(value);
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required")
                    .forEach(member -> assertThat(value.has(member.asString()))
                            .as("%s: %s.%s is there", what, at, member)
                            .isTrue());
            value.properties().forEach(member -> {
                var described = schema.get("properties").get(member.getKey());
                if (described != null) {
                    shape(what, at + "." + member.getKey(), described, member.getValue());
                } else {
                    assertThat(schema.path("additionalProperties").isBoolean())
                            .as("%s: %s.%s is described", what, at, member.getKey())
                            .isFalse();
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> shape(what, at + "[]", schema.get("items"), item));
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(Path.of("src/main/resources/mtasts/web/openapi.json")));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
