package mtasts.estate;

import java.util.Objects;
import mtasts.policy.Word;
import org.jspecify.annotations.Nullable;

/** What was ticked and typed for a batch; ticks are {@code "true"} or nothing. */
record BatchForm(
        @Nullable String live,
        @Nullable String reports,
        @Nullable String hosts,
        String reason,
        String tags,
        String removeTags) {

    BatchForm(
            @Nullable String live,
            @Nullable String reports,
            @Nullable String hosts,
            @Nullable String reason,
            @Nullable String tags,
            @Nullable String removeTags) {
        this.live = live;
        this.reports = reports;
        this.hosts = hosts;
        this.reason = Objects.requireNonNullElse(reason, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.removeTags = Objects.requireNonNullElse(removeTags, "");
    }

    static BatchForm blank() {
        return new BatchForm(null, null, null, null, null, null);
    }

    Word word() {
        return new Word("true".equals(live), "true".equals(reports), "true".equals(hosts));
    }
}
