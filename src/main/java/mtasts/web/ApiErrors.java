package mtasts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/** What is wrong with the members of a request, found by the same readers as on the pages. */
public final class ApiErrors {

    private ApiErrors() {}

    /** One objection. */
    public record Member(String member, String message) {}

    /** To be filled by a reader of forms. */
    public static Errors none() {
        return new MapBindingResult(new HashMap<>(), "request");
    }

    /**
     * Goes on only where there are none.
     *
     * @param members what the request calls a field that the reader calls otherwise
     * @throws ApiProblem 422 with each of them
     */
    public static void refuse(Errors errors, Map<String, String> members) {
        if (errors.hasErrors()) {
            throw ApiProblem.content("request.content", Words.of("web.api.content"))
                    .with("errors", members(errors, members));
        }
    }

    private static List<Member> members(Errors errors, Map<String, String> members) {
        return errors.getFieldErrors().stream()
                .map(error -> new Member(members.getOrDefault(error.getField(), error.getField()), message(error)))
                .toList();
    }

    private static String message(FieldError error) {
        return error.getDefaultMessage() == null ? "" : error.getDefaultMessage();
    }
}
