package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts for people in a request to the API, bounded and judged as on the pages. */
public final class ApiText {

    private ApiText() {}

    /**
     * A text of several lines of at most {@value FreeText#LONGEST} characters.
     *
     * @param member its name in the request
     * @return the text as it is kept; {@code null} where nothing was said
     * @throws ApiProblem 422 where it is too long or holds what cannot be seen
     */
    public static @Nullable String kept(String member, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        FreeText.objection(text).ifPresent(words -> {
            throw refused(member, words);
        });
        return FreeText.kept(text);
    }

    /** A list as the field of a form has it; a {@code null} in it is read as what it says. */
    public static @Nullable String joined(@Nullable List<String> values, String between) {
        return values == null
                ? null
                : String.join(between, values.stream().map(String::valueOf).toList());
    }

    /** What a member holds cannot be taken, and why. */
    public static ApiProblem refused(String member, Words words) {
        return ApiProblem.content("request.content", words).with("member", member);
    }
}
