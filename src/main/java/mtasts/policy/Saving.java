package mtasts.policy;

import org.jspecify.annotations.Nullable;

/** What came of saving a draft. */
public sealed interface Saving {

    record Saved(Draft draft) implements Saving {}

    /** It says what the current version says: no draft is open now, because it would change nothing. */
    record Same() implements Saving {}

    /** Somebody else saved another text meanwhile, or took the draft away: then it is {@code null}. */
    record Changed(@Nullable Draft draft) implements Saving {}

    /** Somebody published meanwhile. */
    record Overtaken(PolicyVersion current) implements Saving {}
}
