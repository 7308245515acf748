package mtasts.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the API as its description has it.
 *
 * @param id what the description calls it
 * @param method in capitals
 * @param path with its variables in braces
 * @param open whether it is answered without a token
 * @param body the media type that it takes, empty where it takes no body
 * @param streamed whether what it answers is no JSON
 * @param parameters the names of those of the query, and of headers
 * @param done the statuses that say that it was done
 */
record Operation(
        String id,
        String method,
        String path,
        boolean open,
        String body,
        boolean streamed,
        List<String> parameters,
        List<Integer> done) {

    /** Every one that is described. */
    static List<Operation> all() {
        var all = new ArrayList<Operation>();
        Contract.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> all.add(of(verb.getKey(), path.getKey(), verb.getValue()))));
        return List.copyOf(all);
    }

    private static Operation of(String verb, String path, JsonNode described) {
        return new Operation(
                described.path("operationId").asString(),
                verb.toUpperCase(Locale.ROOT),
                path,
                described.path("security").isArray(),
                names(described.path("requestBody").path("content")).findFirst().orElse(""),
                described.path("responses").properties().stream()
                        .flatMap(answer -> names(answer.getValue().path("content")))
                        .anyMatch(type -> !type.endsWith("json")),
                StreamSupport.stream(described.path("parameters").spliterator(), false)
                        .map(parameter -> parameter.path("name").asString())
                        .toList(),
                names(described.path("responses"))
                        .filter(status -> status.startsWith("2"))
                        .map(Integer::valueOf)
                        .toList());
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean takesJson() {
        return body.equals("application/json");
    }

    boolean has(String parameter) {
        return parameters.contains(parameter);
    }

    boolean names() {
        return path.contains("{name}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
