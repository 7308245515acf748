package mtasts.policy;

import java.time.Instant;
import mtasts.rfc8461.MaxAge;
import org.jspecify.annotations.Nullable;

/**
 * What the adopter knows of a version that was up before this application knew of it.
 *
 * @param since when it was put up; {@code null} where that is not known
 * @param earlier the longest {@code max_age} of the texts before it, 0 where there was none; {@code null} where that is not
 *     known, which counts as {@link MaxAge#LONGEST}
 */
public record Adopted(@Nullable Instant since, @Nullable MaxAge earlier) {

    /** For how long senders may hold a text from before, after this one was put up. */
    MaxAge earlierAtMost() {
        return earlier == null ? MaxAge.LONGEST : earlier;
    }
}
