package mtasts.estate;

import java.util.List;
import java.util.TreeSet;
import mtasts.policy.Word;
import mtasts.rfc8461.MaxAge;
import org.jspecify.annotations.Nullable;

/**
 * What is said once for all domains of a batch and kept for each. All of it was read and judged before.
 *
 * @param tags to be added
 * @param removeTags to be taken away
 * @param maxAge in seconds, for promoting; {@code null} for what is proposed
 * @param reason at most 2,000 characters, {@code null} where none was given
 */
record BatchOrder(
        List<String> tags,
        List<String> removeTags,
        @Nullable Long maxAge,
        boolean reportsReviewed,
        boolean recordsLive,
        boolean hostsSound,
        @Nullable String reason) {

    /** Nothing was said yet. */
    static final BatchOrder NOTHING = new BatchOrder(List.of(), List.of(), null, false, false, false, null);

    BatchOrder {
        tags = List.copyOf(tags);
        removeTags = List.copyOf(removeTags);
    }

    Word word() {
        return new Word(recordsLive, reportsReviewed, hostsSound);
    }

    @Nullable
    MaxAge lasting() {
        return maxAge == null ? null : new MaxAge(maxAge);
    }

    TreeSet<String> added() {
        return new TreeSet<>(tags);
    }

    TreeSet<String> removed() {
        return new TreeSet<>(removeTags);
    }
}
