package mtasts.web;

/**
 * A signed-in person chose a language. Whoever keeps accounts keeps it, and sees to it that {@link Actor#language()}
 * says so from the next request on.
 *
 * @param language {@code en} or {@code es}
 */
public record LanguageChosen(Actor actor, String language) {}
