package mtasts.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API as it follows from the code: paths, parameters and shapes as the framework knows them, and what
 * the sources say of each.
 */
final class OpenApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VALUES = Pattern.compile("`[\\w.-]+`(?:, `[\\w.-]+`)*,? or `[\\w.-]+`(?=$|[;:.,])");
    private static final Pattern VALUE = Pattern.compile("`([\\w.-]+)`");
    private static final List<String> WITHOUT_TOKEN = List.of("/api/v1/validate/", "/api/v1/openapi.json");

    private final RequestMappingHandlerMapping handlers;
    private final Javadoc javadoc = Javadoc.read();
    private final Map<String, Class<?>> records = new HashMap<>();

    OpenApiDocument(RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    /** @param generated what the framework's description says */
    String of(String generated) {
        var all = (ObjectNode) JSON.readTree(generated);
        var document = JSON.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "MTA-STS Admin")
                .put("version", "v1")
                .put(
                        "description",
                        "What the pages do, by program. Within v1 members are only added, and codes never change"
                            + " meaning. A token of your account goes into `Authorization: Bearer`. Every answer that"
                            + " shows a state has an `ETag`; a change of it wants that in `If-Match`. A request with"
                            + " an `Idempotency-Key` that is sent again is answered with the first answer, for 24"
                            + " hours. Whatever is refused is a problem (RFC 9457) with a `code`.");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        var operations = operations();
        var paths = document.putObject("paths");
        all.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(path -> paths.set(path.getKey(), described(path.getKey(), path.getValue(), operations)));
        tags(document, operations);
        var components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        components
                .putObject("parameters")
                .putObject("Idempotency-Key")
                .put("name", "Idempotency-Key")
                .put("in", "header")
                .put("required", false)
                .put("description", "the same for a request that is sent again: it is done once, and answered the same")
                .putObject("schema")
                .put("type", "string")
                .put("pattern", "^[!-~]{1,200}$");
        Responses.components(components);
        var schemas = components.putObject("schemas");
        all.path("components").path("schemas").properties().stream()
                .filter(schema -> records.containsKey(schema.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(schema -> schemas.set(
                        schema.getKey(), described((ObjectNode) schema.getValue(), records.get(schema.getKey()))));
        schemas.set("Problem", problem());
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(document)
                        .replace("\r\n", "\n") + "\n";
    }

    /** The methods of all resources by HTTP method and path. */
    private Map<String, HandlerMethod> operations() {
        var operations = new TreeMap<String, HandlerMethod>();
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().isAnnotationPresent(RestController.class)) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> operations.put(verb.name().toLowerCase() + " " + path, method)));
                collect(method.getMethod().getGenericReturnType());
                Arrays.stream(method.getMethod().getGenericParameterTypes()).forEach(this::collect);
            }
        });
        return operations;
    }

    private void collect(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::collect);
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && records.get(record.getSimpleName()) == null) {
            records.put(record.getSimpleName(), record);
            Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::collect);
        }
    }

    private ObjectNode described(String path, JsonNode generated, Map<String, HandlerMethod> operations) {
        var described = JSON.createObjectNode();
        generated.properties().forEach(verb -> {
            var method = operations.get(verb.getKey() + " " + path);
            if (method != null) {
                described.set(verb.getKey(), operation(path, (ObjectNode) verb.getValue(), method));
            }
        });
        return described;
    }

    private ObjectNode operation(String path, ObjectNode generated, HandlerMethod method) {
        var type = method.getBeanType();
        var operation = JSON.createObjectNode();
        operation.putArray("tags").add(words(type));
        operation.put("summary", javadoc.of(type, method.getMethod().getName()));
        operation.put("operationId", tag(type) + "." + method.getMethod().getName());
        if (generated.has("parameters")) {
            generated.get("parameters").forEach(parameter -> {
                var text = javadoc.of(
                        type,
                        method.getMethod().getName(),
                        parameter.get("name").asString());
                parameter((ObjectNode) parameter, text);
            });
            operation.set("parameters", generated.get("parameters"));
        }
        boolean reads = method.hasMethodAnnotation(GetMapping.class);
        boolean open = WITHOUT_TOKEN.stream().anyMatch(path::startsWith);
        if (!reads && !open) {
            operation.withArray("/parameters").addObject().put("$ref", "#/components/parameters/Idempotency-Key");
        }
        if (generated.has("requestBody")) {
            operation.set("requestBody", generated.get("requestBody"));
        } else if (takesOctets(method)) {
            octets(operation.putObject("requestBody").put("required", true), taken(method));
        }
        var responses = (ObjectNode) generated.get("responses");
        if (responses.has("200") && creates(method)) {
            ((ObjectNode) responses.set("201", responses.get("200").deepCopy()).get("201"))
                    .put("description", "Created");
        }
        streamed(method).ifPresent(media -> octets((ObjectNode) responses.get("200"), media));
        operation.set("responses", responses);
        Responses.complete(operation, method, reads, open);
        if (open) {
            operation.putArray("security");
        }
        return operation;
    }

    /** A header with the tag is wanted, but where the method says when it is. */
    private static void parameter(ObjectNode parameter, String says) {
        var schema = (ObjectNode) parameter.get("schema");
        switch (parameter.get("name").asString()) {
            case "If-Match" -> parameter.put("required", says.isEmpty());
            case "page" -> schema.put("minimum", 1);
            case "size" -> schema.put("minimum", 1).put("maximum", 200).put("default", 50);
            default -> {}
        }
        enumerate(schema, says);
        if (!says.isEmpty() || parameter.get("name").asString().equals("If-Match")) {
            parameter.put("description", says.isEmpty() ? "the tag of the state that was seen" : says);
        }
    }

    /** A text that begins with its values, such as {@code `a`, `b` or `c`; …}, says that there are no others. */
    private static void enumerate(ObjectNode schema, String says) {
        var values = VALUES.matcher(says);
        if (!values.lookingAt() || !schema.toString().contains("\"string\"")) {
            return;
        }
        var all = schema.putArray("enum");
        VALUE.matcher(values.group()).results().forEach(value -> all.add(value.group(1)));
        if (schema.path("type").isArray()) {
            all.addNull();
        }
    }

    /** What is read as it comes, the framework takes for no body. */
    private static boolean takesOctets(HandlerMethod method) {
        return method.hasMethodAnnotation(PostMapping.class)
                && List.of(method.getMethod().getParameterTypes()).contains(HttpServletRequest.class);
    }

    private static String taken(HandlerMethod method) {
        return Arrays.stream(Objects.requireNonNull(method.getMethodAnnotation(PostMapping.class))
                        .consumes())
                .filter(type -> !type.startsWith("!"))
                .findFirst()
                .orElse("application/octet-stream");
    }

    /** Neither does it know what is written as it is read. */
    private static Optional<String> streamed(HandlerMethod method) {
        var get = method.getMethodAnnotation(GetMapping.class);
        return get == null || method.getMethod().getReturnType() != void.class
                ? Optional.empty()
                : Arrays.stream(get.produces()).findFirst();
    }

    private static void octets(ObjectNode of, String type) {
        of.putObject("content").putObject(type).putObject("schema").put("type", "string");
    }

    /** What was not there before is created (RFC 9110 §9.3.4): only what can be deleted may be not there. */
    private static boolean creates(HandlerMethod method) {
        return method.hasMethodAnnotation(PutMapping.class)
                && Arrays.stream(method.getBeanType().getDeclaredMethods())
                        .anyMatch(other -> other.isAnnotationPresent(DeleteMapping.class));
    }

    private void tags(ObjectNode document, Map<String, HandlerMethod> operations) {
        ArrayNode tags = document.putArray("tags");
        operations.values().stream()
                .<Class<?>>map(HandlerMethod::getBeanType)
                .filter(type -> operations.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().contains(" /api/")
                                && entry.getValue().getBeanType() == type))
                .distinct()
                .sorted(Comparator.comparing(OpenApiDocument::tag))
                .forEach(type -> tags.addObject().put("name", words(type)).put("description", javadoc.of(type)));
    }

    private static String words(Class<?> type) {
        return type.getSimpleName()
                .replaceFirst("Resource$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase();
    }

    private static String tag(Class<?> type) {
        return type.getSimpleName().replaceFirst("Resource$", "").toLowerCase();
    }

    /** What may be null says so, and what an answer always has is required. */
    private ObjectNode described(ObjectNode schema, Class<?> record) {
        var says = javadoc.of(record);
        if (!says.isEmpty()) {
            schema.put("description", says);
        }
        var required = JSON.createArrayNode();
        for (var component : record.getRecordComponents()) {
            if (!(schema.path("properties").get(component.getName()) instanceof ObjectNode property)) {
                continue;
            }
            var text = javadoc.of(record, "", component.getName());
            var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (property.has("$ref") && (nullable || !text.isEmpty())) {
                var reference = property.remove("$ref");
                property.remove("type");
                property.putArray(nullable ? "anyOf" : "allOf").addObject().set("$ref", reference);
                if (nullable) {
                    ((ArrayNode) property.get("anyOf")).addObject().put("type", "null");
                }
            } else if (nullable && property.has("type")) {
                var plain = property.get("type").asString();
                property.putArray("type").add(plain).add("null");
            }
            if (!text.isEmpty()) {
                enumerate(property, text);
                property.put("description", text);
            }
            if (!nullable || record.getSimpleName().endsWith("Json")) {
                required.add(component.getName());
            }
        }
        schema.remove("required");
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode problem() {
        var problem = JSON.createObjectNode();
        problem.put("type", "object").put("description", "Why a request was refused (RFC 9457).");
        var properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string").put("description", "What is wrong and what to do.");
        properties.putObject("instance").put("type", "string");
        properties.putObject("code").put("type", "string").put("description", "Stable: it never changes meaning.");
        items(properties, "findings", "About the text that was to be published.")
                .put("$ref", "#/components/schemas/ApiFinding");
        items(properties, "criteria", "Those of the promotion that are not met.")
                .put("$ref", "#/components/schemas/CriterionJson");
        instant(properties, "due", "When two weeks of testing are over.");
        instant(properties, "until", "Until when senders may hold what was served, where that is known.");
        instant(properties, "latest", "When the current version was published, by a clock that was ahead.");
        properties.putObject("mode").put("type", "string").put("description", "The one that a draft has here.");
        properties
                .putObject("currentVersion")
                .put("type", "integer")
                .put("description", "The number of the version that is in the way.");
        properties
                .putObject("member")
                .put("type", "string")
                .put("description", "The member of the request that cannot be taken.");
        properties
                .putObject("parameter")
                .put("type", "string")
                .put("description", "The parameter of the query or the path that cannot be taken.");
        var error = items(properties, "errors", "Each member of the request that cannot be taken, and why.")
                .put("type", "object")
                .putObject("properties");
        error.putObject("member").put("type", "string");
        error.putObject("message").put("type", "string");
        problem.put("additionalProperties", false);
        problem.putArray("required").add("status").add("title").add("detail").add("code");
        return problem;
    }

    private static ObjectNode items(ObjectNode properties, String name, String says) {
        return properties
                .putObject(name)
                .put("type", "array")
                .put("description", says)
                .putObject("items");
    }

    private static void instant(ObjectNode properties, String name, String says) {
        properties
                .putObject(name)
                .put("type", "string")
                .put("format", "date-time")
                .put("description", says);
    }
}
