package mtasts.policy;

import java.time.Instant;
import java.util.List;
import mtasts.rfc8461.Finding;
import org.jspecify.annotations.Nullable;

/** What came of publishing. */
public sealed interface Publication {

    /** What was asked for is published. */
    sealed interface Done extends Publication {
        PolicyVersion version();
    }

    /** It is published now. */
    record Published(PolicyVersion version) implements Done {}

    /** The same was published a moment ago: a double click, a second tab, a retry after a lost connection. */
    record AlreadyPublished(PolicyVersion version) implements Done {}

    /** The text is the current one's. */
    record NothingToPublish() implements Publication {}

    /** Nothing invalid is ever published. */
    record Invalid(List<Finding> findings) implements Publication {}

    /** Danger is published with a reason only. */
    record ReasonNeeded(List<Finding> findings) implements Publication {}

    /** Somebody else published meanwhile. */
    record Overtaken(PolicyVersion current) implements Publication {}

    /** The draft is not the one that was looked at; {@code null} when it is gone. */
    record DraftChanged(@Nullable Draft draft) implements Publication {}

    /** The clock shows an instant that is not later than the current version's. */
    record ClockBehind(Instant latest) implements Publication {}

    /** A change to {@code enforce} goes through the promotion, which looks at the evidence. */
    record ThroughPromotion() implements Publication {}

    /** A change to {@code none} goes through retiring, which keeps the safe order. */
    record ThroughRetiring() implements Publication {}
}
