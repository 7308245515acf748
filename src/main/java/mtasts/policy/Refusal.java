package mtasts.policy;

import mtasts.web.Words;

/**
 * Why nothing was published.
 *
 * @param code stable and dotted, as in the API
 * @param words what is wrong and what to do
 */
public record Refusal(String code, Words words) {

    /** @throws IllegalArgumentException where it was published */
    public static Refusal of(Publication publication) {
        return switch (publication) {
            case Publication.Published published -> throw new IllegalArgumentException("not refused: " + published);
            case Publication.AlreadyPublished already -> of("published-already");
            case Publication.NothingToPublish nothing -> of("nothing-to-publish");
            case Publication.Invalid invalid -> of("invalid");
            case Publication.ReasonNeeded needed -> of("reason-needed");
            case Publication.Overtaken overtaken -> of("overtaken");
            case Publication.DraftChanged changed -> of(changed.draft() == null ? "no-draft" : "draft-changed");
            case Publication.ClockBehind behind -> of("clock-behind");
            case Publication.ThroughPromotion through -> of("through-promotion");
            case Publication.ThroughRetiring through -> of("through-retirement");
        };
    }

    private static Refusal of(String code) {
        return new Refusal("policy." + code, Words.of("policy.api." + code));
    }
}
