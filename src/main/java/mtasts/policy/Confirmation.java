package mtasts.policy;

import java.time.Instant;

/**
 * Somebody said that something outside has happened.
 *
 * @param by what that person was called then
 */
public record Confirmation(Instant at, String by) {}
