package mtasts.domain;

/** What came of a change that somebody asked for. */
enum Change {
    DONE,
    /** Everything was so already. */
    NOTHING,
    /** Somebody else changed the domain meanwhile; nothing was changed. */
    OVERTAKEN
}
