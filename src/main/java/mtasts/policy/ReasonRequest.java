package mtasts.policy;

import mtasts.web.ApiText;
import org.jspecify.annotations.Nullable;

/**
 * What a request to the API gives as the reason of a deed.
 *
 * @param reason at most 2,000 characters
 */
public record ReasonRequest(@Nullable String reason) {

    /**
     * The reason of a request that may have no body.
     *
     * @return {@code null} where none was given
     * @throws mtasts.web.ApiProblem 422 where it cannot be kept
     */
    public static @Nullable String kept(@Nullable ReasonRequest request) {
        return request == null ? null : ApiText.kept("reason", request.reason());
    }
}
