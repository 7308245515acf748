package mtasts.promotion;

import mtasts.policy.Publication;
import mtasts.web.Words;

/** Why nothing was published, for people. */
final class Refusal {

    private Refusal() {}

    static Words words(Publication publication) {
        return switch (publication) {
            case Publication.Invalid invalid -> Words.of("promotion.refused.invalid");
            case Publication.ReasonNeeded needed -> Words.of("promotion.refused.reason");
            case Publication.Overtaken overtaken ->
                Words.of(
                        "promotion.refused.overtaken",
                        overtaken.current().number(),
                        overtaken.current().author());
            case Publication.ClockBehind behind -> Words.of("promotion.refused.clock", Words.moment(behind.latest()));
            case Publication.Published published -> Words.of("promotion.refused.nothing");
            case Publication.AlreadyPublished already -> Words.of("promotion.refused.nothing");
            case Publication.NothingToPublish nothing -> Words.of("promotion.refused.nothing");
            case Publication.DraftChanged changed -> Words.of("promotion.refused.nothing");
            case Publication.ThroughPromotion through -> Words.of("promotion.refused.nothing");
            case Publication.ThroughRetiring through -> Words.of("promotion.refused.nothing");
        };
    }
}
