package mtasts.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.node.ObjectNode;

/** What every operation may be answered besides what is its own, and the headers that tell more; {@link Contract} holds it. */
final class Responses {

    private static final String REFERENCE = "#/components/responses/";
    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Each status with the name of its response and what it says. */
    private static final Map<String, Said> REFUSALS = refusals();

    private Responses() {}

    private record Said(String name, String words) {}

    private static Map<String, Said> refusals() {
        var all = new LinkedHashMap<String, Said>();
        all.put("304", new Said("NotModified", "It is what the tag in `If-None-Match` stands for."));
        all.put("400", new Said("Unreadable", "The request, a parameter or the body cannot be read."));
        all.put("401", new Said("NoToken", "There is no token, or one that does not work."));
        all.put("403", new Said("ReadsOnly", "The token may only read."));
        all.put("404", new Said("NotFound", "What the path names is not there."));
        all.put("409", new Said("Conflict", "The present state does not allow it; `code` says why."));
        all.put("412", new Said("Changed", "It has changed since the state that `If-Match` names."));
        all.put("413", new Said("TooLarge", "The body is larger than is taken here."));
        all.put("415", new Said("MediaType", "A body of this type is not taken here."));
        all.put("422", new Said("Content", "It can be read, and what it says cannot be taken."));
        all.put("428", new Said("IfMatchNeeded", "`If-Match` is missing."));
        all.put("429", new Said("TooMany", "There were too many requests in a short time."));
        all.put("default", new Said("Problem", "Why it was refused, or went wrong."));
        return all;
    }

    /** Adds to an operation what it may be answered; its own answers get their headers. */
    static void complete(ObjectNode operation, HandlerMethod method, boolean reads, boolean open) {
        var responses = (ObjectNode) operation.get("responses");
        boolean tagged = hasTag(method, responses);
        responses.properties().forEach(answer -> {
            var headers = ((ObjectNode) answer.getValue()).putObject("headers");
            if (tagged) {
                header(headers, "ETag");
            }
            if (Set.of("201", "202").contains(answer.getKey()) && !isVoid(method)) {
                header(headers, "Location");
            }
            if (headers.isEmpty()) {
                ((ObjectNode) answer.getValue()).remove("headers");
            }
        });
        for (var status : refusals(operation, tagged && reads, reads, open)) {
            responses.putObject(status).put("$ref", REFERENCE + said(status).name());
        }
    }

    private static Set<String> refusals(ObjectNode operation, boolean tagged, boolean reads, boolean open) {
        var statuses = new TreeSet<>(Set.of("400", "413", "default"));
        var parameters = operation.path("parameters");
        if (tagged) {
            statuses.add("304");
        }
        statuses.add(open ? "429" : "401");
        if (!reads && !open) {
            statuses.addAll(Set.of("403", "409", "422"));
        }
        if (parameters.findValuesAsString("in").contains("path")) {
            statuses.add("404");
        }
        if (parameters.findValuesAsString("name").contains("If-Match")) {
            statuses.addAll(Set.of("412", "428"));
        }
        if (operation.has("requestBody")) {
            statuses.add("415");
        }
        return statuses;
    }

    /** What is read and not streamed has one, and what a change leaves in a state that is one of its own. */
    private static boolean hasTag(HandlerMethod method, ObjectNode responses) {
        return method.hasMethodAnnotation(GetMapping.class)
                ? !isVoid(method)
                : HttpEntity.class.isAssignableFrom(method.getMethod().getReturnType()) && !responses.has("202");
    }

    private static boolean isVoid(HandlerMethod method) {
        return method.getMethod().getReturnType() == void.class;
    }

    private static Said said(String status) {
        var said = REFUSALS.get(status);
        if (said == null) {
            throw new AssertionError(status);
        }
        return said;
    }

    private static void header(ObjectNode headers, String name) {
        headers.putObject(name).put("$ref", "#/components/headers/" + name);
    }

    /** What the operations refer to. */
    static void components(ObjectNode components) {
        var headers = components.putObject("headers");
        text(headers, "ETag", "The tag of the state that is shown; a change of it wants it in `If-Match`.");
        text(headers, "Location", "Where what was made, or the job that was begun, is asked for.");
        headers.putObject("Retry-After")
                .put("description", "After how many seconds it may be asked again.")
                .putObject("schema")
                .put("type", "integer");
        text(headers, "WWW-Authenticate", "`Bearer`, with `error` where a token was sent.");
        var responses = components.putObject("responses");
        REFUSALS.forEach((status, said) -> {
            var response = responses.putObject(said.name()).put("description", said.words());
            switch (status) {
                case "304" -> header(response.putObject("headers"), "ETag");
                case "401", "403" -> header(response.putObject("headers"), "WWW-Authenticate");
                case "429" -> header(response.putObject("headers"), "Retry-After");
                default -> {}
            }
            if (!status.equals("304")) {
                response.putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", PROBLEM);
            }
        });
    }

    private static void text(ObjectNode headers, String name, String says) {
        headers.putObject(name).put("description", says).putObject("schema").put("type", "string");
    }
}
