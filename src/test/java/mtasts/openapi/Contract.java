package mtasts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers of the API against its description. */
public final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read();

    private Contract() {}

    /**
     * Checks one answer: the status is a described one, and the body has the described shape, neither more nor less. What no
     * operation is described for is a problem all the same.
     */
    public static void check(String method, String path, int status, String type, String body) {
        var what = method + " " + path + " → " + status + " " + body;
        var operation = operation(method, path.replaceFirst("\\?.*", ""));
        if (status >= 400 || operation.isMissingNode()) {
            assertThat(type).as(what).startsWith("application/problem+json");
            shape(what, "", DOCUMENT.at("/components/schemas/Problem"), JSON.readTree(body));
            return;
        }
        if (status == 304) {
            return;
        }
        var response = operation.path("responses").path(String.valueOf(status));
        assertThat(response.isMissingNode())
                .as(what + ": the status is not described")
                .isFalse();
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
