package mtasts.policy;

import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A domain that was removed.
 *
 * @param when it was, and by whom
 * @param reason why it was before its time
 * @param open whether it can be undone
 * @param until when that can be, or could be
 * @param serves what undoing serves again
 */
record RemovedPage(
        DomainName name,
        Words when,
        @Nullable String reason,
        boolean open,
        Words until,
        @Nullable Words serves) {

    static RemovedPage of(Domain domain, boolean open, Optional<PolicyVersion> live) {
        var removedAt = Objects.requireNonNull(domain.removedAt());
        var until = Words.moment(removedAt.plus(Removal.UNDO));
        return new RemovedPage(
                domain.name(),
                Words.of("policy.removed.when", Words.moment(removedAt), String.valueOf(domain.removedBy())),
                domain.removalReason(),
                open,
                Words.of(open ? "policy.removed.until" : "policy.removed.late", until),
                live.map(version -> Words.of(
                                "policy.removed.serves",
                                version.number(),
                                version.mode().text()))
                        .orElse(null));
    }
}
