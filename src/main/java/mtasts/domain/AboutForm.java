package mtasts.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a domain, as it is typed.
 *
 * @param lock of the domain when the edit began
 */
record AboutForm(String place, String tags, String note, String policyHostTarget, String reportAddress, String lock) {

    AboutForm(
            @Nullable String place,
            @Nullable String tags,
            @Nullable String note,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            @Nullable String lock) {
        this.place = Objects.requireNonNullElse(place, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.policyHostTarget = Objects.requireNonNullElse(policyHostTarget, "");
        this.reportAddress = Objects.requireNonNullElse(reportAddress, "");
        this.lock = Objects.requireNonNullElse(lock, "");
    }

    static AboutForm of(Domain domain) {
        return new AboutForm(
                domain.place().text(),
                String.join(", ", domain.tags()),
                domain.note(),
                domain.policyHostTarget(),
                domain.reportAddress(),
                "");
    }

    int expected() {
        return Domains.lock(lock);
    }
}
