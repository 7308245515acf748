package mtasts.estate;

import java.util.Objects;
import mtasts.policy.Word;
import mtasts.rfc8461.MaxAge;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked and typed for a batch; ticks are {@code "true"} or nothing.
 *
 * @param maxAge seconds, in the stead of what is proposed for each
 */
record BatchForm(
        @Nullable String live,
        @Nullable String reports,
        @Nullable String hosts,
        String reason,
        String tags,
        String removeTags,
        @Nullable String maxAge) {

    BatchForm(
            @Nullable String live,
            @Nullable String reports,
            @Nullable String hosts,
            @Nullable String reason,
            @Nullable String tags,
            @Nullable String removeTags,
            @Nullable String maxAge) {
        this.live = live;
        this.reports = reports;
        this.hosts = hosts;
        this.reason = Objects.requireNonNullElse(reason, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.removeTags = Objects.requireNonNullElse(removeTags, "");
        this.maxAge = maxAge;
    }

    static BatchForm blank() {
        return new BatchForm(null, null, null, null, null, null, null);
    }

    /** How long senders may keep what is promoted, where a length was chosen. */
    @Nullable
    MaxAge chosen() {
        return MaxAge.OFFERED.stream()
                .filter(length -> length.text().equals(maxAge))
                .findFirst()
                .orElse(null);
    }

    Word word() {
        return new Word("true".equals(live), "true".equals(reports), "true".equals(hosts));
    }
}
