package mtasts.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to many domains at once. */
enum BatchAct {
    /** Publishes the open draft. */
    PUBLISH,
    /** Goes from testing to enforce. */
    PROMOTE,
    /** Goes back to testing. */
    TESTING,
    /** Adds tags, and takes others away. */
    TAG,
    /** Makes files of what belongs into the DNS. */
    EXPORT;

    /** As the API and the pages call it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of its jobs. */
    String kind() {
        return "batch-" + text();
    }

    static List<String> kinds() {
        return Arrays.stream(values()).map(BatchAct::kind).toList();
    }

    static Optional<BatchAct> of(@Nullable String text) {
        return Arrays.stream(values()).filter(act -> act.text().equals(text)).findFirst();
    }

    static Optional<BatchAct> ofKind(String kind) {
        return Arrays.stream(values()).filter(act -> act.kind().equals(kind)).findFirst();
    }
}
