package mtasts.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which state of a thing an answer of the API shows (RFC 9110 §8.8.3). Strong: two answers with the same tag are the same
 * to whoever changes the thing.
 *
 * @param text with its quotes
 */
public record EntityTag(String text) {

    /** Of what makes one state another: numbers and words. */
    public static EntityTag of(Object... parts) {
        return new EntityTag(Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("-", "\"", "\"")));
    }

    /**
     * Goes on only where the one who asks knows this state.
     *
     * @param ifMatch the header {@code If-Match}
     * @throws ApiProblem 428 without it, 412 where it names other states only
     */
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ApiProblem(
                    HttpStatus.PRECONDITION_REQUIRED, "request.if-match", Words.of("web.api.if-match", text));
        }
        requireWhereGiven(ifMatch);
    }

    /** The same, where the header may be left out. */
    public void requireWhereGiven(@Nullable String ifMatch) {
        if (ifMatch != null
                && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(this::is)) {
            throw ApiProblem.changed();
        }
    }

    private boolean is(String tag) {
        return tag.equals("*") || tag.equals(text);
    }
}
