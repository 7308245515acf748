package mtasts.estate;

import java.util.List;
import java.util.Locale;
import mtasts.web.Glyph;
import mtasts.web.Rail;
import mtasts.web.Rail.Stop;
import mtasts.web.Rail.Time;
import mtasts.web.Words;

/** The stages of all domains in a row with their counts, and the way explained to somebody who has no domain yet. */
final class EstateRail {

    private EstateRail() {}

    static Rail of(StageCounts counts) {
        return new Rail(
                Words.of("estate.overview.rail.label"),
                Rail.Shape.ESTATE,
                List.of(
                        stop(
                                Glyph.UNPUBLISHED,
                                Time.PAST,
                                counts.unpublished(),
                                Words.of("estate.overview.rail.unpublished")),
                        stop(
                                Glyph.TESTING,
                                Time.PAST,
                                counts.testing(),
                                Words.of("estate.overview.rail.testing", counts.due())),
                        stop(Glyph.ENFORCE, Time.LATER, counts.enforce(), Words.of("estate.overview.rail.enforce")),
                        stop(Glyph.RETIRING, Time.LATER, counts.retiring(), Words.of("estate.overview.rail.retiring")),
                        stop(Glyph.RETIRED, Time.LATER, counts.retired(), Words.of("estate.overview.rail.retired"))));
    }

    private static Stop stop(Glyph glyph, Time time, long count, Words note) {
        return Stop.of(glyph, time, note)
                .big(Words.of("estate.overview.rail.count", count))
                .leadingTo("/domains?stage=" + glyph.name().toLowerCase(Locale.ROOT));
    }

    /** What happens to a domain from its registration on. */
    static Rail trip() {
        return new Rail(
                Words.of("estate.start.trip"),
                Rail.Shape.TRIP,
                List.of(
                        Stop.of(Glyph.UNPUBLISHED, Time.PAST, Words.of("estate.start.trip.unpublished")),
                        Stop.of(Glyph.TESTING, Time.PAST, Words.of("estate.start.trip.testing")),
                        Stop.of(Glyph.ENFORCE, Time.LATER, Words.of("estate.start.trip.enforce"))));
    }
}
