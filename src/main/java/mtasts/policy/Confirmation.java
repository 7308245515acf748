package mtasts.policy;

import java.time.Instant;
import mtasts.domain.Place;

/**
 * Somebody said that something outside has happened.
 *
 * @param by what that person was called then
 * @param place where the file was, or where the records led
 */
public record Confirmation(Instant at, String by, Place place) {}
