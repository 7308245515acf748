package mtasts.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a sentence lies in the database until somebody reads it in a language: {@code {"key": …, "with": […]}}. */
@Component
class SaidWords {

    private final JsonMapper mapper;

    SaidWords(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Nullable
    String json(@Nullable Words words) {
        return words == null ? null : mapper.writeValueAsString(value(words));
    }

    @Nullable
    Words words(@Nullable String json) {
        return json == null ? null : words(mapper.readTree(json));
    }

    private static Object value(Object argument) {
        return switch (argument) {
            case Words words ->
                Map.of(
                        "key",
                        words.key(),
                        "with",
                        words.arguments().stream().map(SaidWords::value).toList());
            case List<?> list -> list.stream().map(each -> value((Object) each)).toList();
            case Number number -> number;
            case Object text -> text.toString();
        };
    }

    private static Words words(JsonNode json) {
        var arguments = new ArrayList<Object>();
        json.path("with").forEach(argument -> arguments.add(argument(argument)));
        return new Words(json.path("key").asString(), arguments);
    }

    private static Object argument(JsonNode json) {
        if (json.isObject()) {
            return words(json);
        }
        if (json.isArray()) {
            var list = new ArrayList<Object>();
            json.forEach(each -> list.add(argument(each)));
            return List.copyOf(list);
        }
        return json.isNumber() ? json.numberValue() : json.asString();
    }
}
