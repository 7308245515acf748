package mtasts.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a sentence lies in the database until somebody reads it in a language: {@code {"key": …, "with": […]}}, a link
 * with its {@code "href"} beside them, an instant as {@code {"at": …, "telling": …}}.
 */
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
            case Words words -> sentence(words);
            case Words.Link link -> {
                var said = new LinkedHashMap<>(sentence(link.words()));
                said.put("href", link.href());
                yield said;
            }
            case Words.When when ->
                Map.of(
                        "at",
                        when.instant().toString(),
                        "telling",
                        when.telling().name());
            case List<?> list -> list.stream().map(each -> value((Object) each)).toList();
            case Number number -> number;
            case Object text -> text.toString();
        };
    }

    private static Map<String, Object> sentence(Words words) {
        return Map.of(
                "key",
                words.key(),
                "with",
                words.arguments().stream().map(SaidWords::value).toList());
    }

    private static Words words(JsonNode json) {
        var arguments = new ArrayList<Object>();
        json.path("with").forEach(argument -> arguments.add(argument(argument)));
        return new Words(json.path("key").asString(), arguments);
    }

    private static Object argument(JsonNode json) {
        if (json.has("at")) {
            return new Words.When(
                    Instant.parse(json.path("at").asString()),
                    Words.Telling.valueOf(json.path("telling").asString()));
        }
        if (json.has("href")) {
            return new Words.Link(json.path("href").asString(), words(json));
        }
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
