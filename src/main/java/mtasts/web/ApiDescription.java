package mtasts.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API (OpenAPI 3.1): the document itself, and what the page that shows it is made of. */
@Component
class ApiDescription {

    private static final String SCHEMAS = "#/components/schemas/";

    private final byte[] document;
    private final List<Section> sections;
    private final List<Shape> shapes;

    ApiDescription(JsonMapper mapper) throws IOException {
        document = new ClassPathResource("mtasts/web/openapi.json").getContentAsByteArray();
        var described = mapper.readTree(document);
        sections = sections(described);
        shapes = shapes(described, sections);
    }

    /** The operations on one kind of thing. */
    record Section(String name, String says, List<Operation> operations) {}

    /** A JSON object that stands within others, and what a refusal is. */
    record Shape(String name, String says, List<Member> members) {}

    /**
     * What may be asked of one address.
     *
     * @param brief its first sentence
     * @param token whether a token is needed
     * @param body the media type of the body where it takes no JSON, else empty
     * @param takes the members of the body, where it takes JSON
     * @param gives the members of the answer, where it gives JSON
     */
    record Operation(
            String id,
            String method,
            String path,
            String says,
            String brief,
            boolean token,
            List<Member> parameters,
            String body,
            List<Member> takes,
            List<Answer> answers,
            List<Member> gives) {}

    /**
     * A parameter of an address, or a member of a JSON object.
     *
     * @param shape the shape that it has, or each of its items; empty where it is a plain value
     */
    record Member(String name, String type, String shape, boolean required, String says) {}

    /** @param says what the status means, as HTTP has it */
    record Answer(String status, String says) {}

    byte[] document() {
        return document.clone();
    }

    List<Section> sections() {
        return sections;
    }

    List<Shape> shapes() {
        return shapes;
    }

    /** Those that the members of operations lead to, and those that these lead to. */
    private static List<Shape> shapes(JsonNode document, List<Section> sections) {
        var schemas = document.path("components").path("schemas");
        var found = new TreeMap<String, Shape>();
        var open = new ArrayDeque<>(List.of("Problem"));
        sections.stream()
                .flatMap(section -> section.operations().stream())
                .flatMap(operation -> Stream.concat(operation.takes().stream(), operation.gives().stream()))
                .forEach(member -> open.add(member.shape()));
        while (!open.isEmpty()) {
            var name = open.remove();
            if (!name.isEmpty() && !found.containsKey(name)) {
                var members = members(schemas.path(name));
                found.put(
                        name,
                        new Shape(name, schemas.path(name).path("description").asString(), members));
                members.forEach(member -> open.add(member.shape()));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Section> sections(JsonNode document) {
        return stream(document.path("tags"))
                .map(tag -> new Section(
                        tag.path("name").asString(),
                        tag.path("description").asString(),
                        operations(document, tag.path("name").asString())))
                .toList();
    }

    private static List<Operation> operations(JsonNode document, String tag) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    var operation = verb.getValue();
                    if (operation.path("tags").path(0).asString().equals(tag)) {
                        operations.add(operation(document, path.getKey(), verb.getKey(), operation));
                    }
                }));
        return List.copyOf(operations);
    }

    private static Operation operation(JsonNode document, String path, String method, JsonNode operation) {
        var responses = operation.path("responses");
        return new Operation(
                operation.path("operationId").asString().replace('.', '-'),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(),
                operation.path("summary").asString().replaceFirst("(?s)(?<=\\.)\\s.*", ""),
                !operation.has("security"),
                stream(operation.path("parameters"))
                        .filter(parameter -> !parameter.has("$ref"))
                        .map(parameter -> new Member(
                                parameter.path("name").asString(),
                                type(parameter.path("schema")),
                                "",
                                parameter.path("required").asBoolean(),
                                parameter.path("description").asString()))
                        .toList(),
                operation.path("requestBody").path("content").properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(type -> !type.endsWith("json"))
                        .findFirst()
                        .orElse(""),
                members(document, operation.path("requestBody")),
                responses.properties().stream()
                        .filter(response -> !response.getKey().equals("default"))
                        .map(response -> new Answer(
                                response.getKey(),
                                resolved(document, response.getValue())
                                        .path("description")
                                        .asString()))
                        .toList(),
                responses.properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .findFirst()
                        .map(response -> members(document, response.getValue()))
                        .orElse(List.of()));
    }

    private static List<Member> members(JsonNode document, JsonNode message) {
        var schema = message.path("content").path("application/json").path("schema");
        return named(schema)
                .map(name -> document.path("components").path("schemas").path(name))
                .map(ApiDescription::members)
                .orElse(List.of());
    }

    private static List<Member> members(JsonNode object) {
        var required = stream(object.path("required")).map(JsonNode::asString).toList();
        return object.path("properties").properties().stream()
                .map(property -> new Member(
                        property.getKey(),
                        type(property.getValue()),
                        shape(property.getValue()),
                        required.contains(property.getKey()),
                        property.getValue().path("description").asString()))
                .toList();
    }

    private static String shape(JsonNode schema) {
        return named(schema).or(() -> named(schema.path("items"))).orElse("");
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String type(JsonNode schema) {
        var named = named(schema);
        if (named.isPresent()) {
            return named.get();
        }
        var type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.path("type").asString();
        var format = schema.path("format").asString();
        return switch (type) {
            case "array" -> type(schema.path("items")) + "[]";
            case "string" -> format.isEmpty() ? "string" : format;
            default -> type;
        };
    }

    private static Optional<String> named(JsonNode schema) {
        for (var node : List.of(
                schema, schema.path("anyOf").path(0), schema.path("allOf").path(0))) {
            var reference = node.path("$ref").asString();
            if (reference.startsWith(SCHEMAS)) {
                return Optional.of(reference.substring(SCHEMAS.length()));
            }
        }
        return Optional.empty();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
