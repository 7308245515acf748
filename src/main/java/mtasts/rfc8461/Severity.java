package mtasts.rfc8461;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** The standard refuses it, or states a bound that known senders apply. */
    INVALID,
    /** Accepted, but with known senders mail or protection will be lost. */
    DANGER,
    /** Works, and could be better. */
    ADVICE,
    /** As it should be. */
    OK
}
