package mtasts.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mtasts.domain.Place;
import mtasts.rfc8461.Mode;
import mtasts.web.Glyph;
import mtasts.web.Listing;
import mtasts.web.Words;

/**
 * A version as the history shows it.
 *
 * @param current whether it was published last
 * @param life what became of it: where it is served, since when, and until when senders may hold it
 * @param lost what a draft could not hold of it
 */
record VersionView(PolicyVersion version, boolean current, List<Words> life, List<Words> lost) {

    static VersionView of(PolicyVersion version, Timeline timeline, Instant now) {
        var current = timeline.current().filter(version::equals).isPresent();
        return new VersionView(version, current, life(version, timeline, now), Restoring.lost(version));
    }

    public Glyph glyph() {
        return switch (version.mode()) {
            case TESTING -> Glyph.TESTING;
            case ENFORCE -> Glyph.ENFORCE;
            case NONE -> Glyph.RETIRED;
        };
    }

    public Words deed() {
        return Words.of("policy.deed." + version.deed().text());
    }

    /** How, when and by whom it was published. */
    public Words lead() {
        return Words.of("policy.version.lead", deed(), Words.moment(version.publishedAt()), version.author());
    }

    public Listing listing() {
        return Listing.of(Words.of("policy.version.text", version.number()), version.text());
    }

    /** The author's own word, one sentence for each tick; empty where none was given. */
    public List<Words> word() {
        var said = new ArrayList<Words>();
        var word = version.word();
        if (word != null && word.liveSinceFirstDay()) {
            said.add(Words.of("policy.word.live"));
        }
        if (word != null && word.reportsRead()) {
            said.add(Words.of("policy.word.reports"));
        }
        if (word != null && word.hostsSound()) {
            said.add(Words.of("policy.word.hosts"));
        }
        return said;
    }

    private static List<Words> life(PolicyVersion version, Timeline timeline, Instant now) {
        var life = new ArrayList<Words>();
        var adopted = version.adopted();
        if (adopted != null) {
            life.add(Words.of("policy.life.adopted"));
            life.add(
                    adopted.since() == null
                            ? Words.of("policy.life.adopted.since-unknown")
                            : Words.of("policy.life.adopted.since", Words.moment(adopted.since())));
            life.add(earlier(version, adopted, now));
        }
        var served = version.served();
        var file = version.file();
        if (served != null) {
            life.add(here(version, served));
        }
        if (file == null) {
            life.add(Words.of(served == null ? "policy.life.unconfirmed" : "policy.life.not-led"));
        } else if (file.place() == Place.ELSEWHERE) {
            life.add(Words.of("policy.life.elsewhere", Words.moment(file.at()), file.by()));
        } else {
            life.add(
                    served == null
                            ? here(version, file)
                            : Words.of("policy.life.led", Words.moment(file.at()), file.by()));
        }
        var records = version.records();
        if (records != null) {
            life.add(Words.of("policy.life.records", Words.moment(records.at()), records.by()));
        }
        if (version.mode() != Mode.NONE) {
            life.add(held(version, timeline, now));
        }
        return life;
    }

    /** Until when senders may hold what was there before. */
    private static Words earlier(PolicyVersion version, Adopted adopted, Instant now) {
        var until = version.earlierUntil();
        if (until == null) {
            return Words.of("policy.life.earlier.none");
        }
        var key = adopted.earlier() == null ? "policy.life.earlier.unknown" : "policy.life.earlier.until";
        return now.isAfter(until)
                ? Words.of("policy.life.earlier.no-more", Words.day(until))
                : Words.of(key, Words.moment(until));
    }

    /** It was published to be served here, or came here when the place changed. */
    private static Words here(PolicyVersion version, Confirmation served) {
        var since = Words.moment(served.at());
        return version.place() == Place.HERE
                ? Words.of("policy.life.here", since)
                : Words.of("policy.life.moved-here", since, served.by());
    }

    private static Words held(PolicyVersion version, Timeline timeline, Instant now) {
        return timeline.horizon(version)
                .map(horizon -> {
                    if (horizon.equals(Instant.MAX)) {
                        return Words.of("policy.life.held.unknown");
                    }
                    return now.isAfter(horizon)
                            ? Words.of("policy.life.held.no-more", Words.day(horizon))
                            : Words.of("policy.life.held.until", Words.moment(horizon));
                })
                .orElseGet(
                        () -> Words.of("policy.life.held.now", version.maxAge().duration()));
    }
}
