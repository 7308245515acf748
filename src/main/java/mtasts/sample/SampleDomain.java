package mtasts.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;

/**
 * A made-up domain and its story, told in the order in which it happened. Each deed is so many full days ago, and some hours,
 * so that not all happens at once.
 */
final class SampleDomain {

    private static final int STEP_MINUTES = 7;
    private static final int LATEST_MINUTES = 120;
    private static final int SPREAD_MINUTES = 300;

    private final DomainName name;
    private final Place place;
    private final String hosts;
    private String tags = "";
    private String note = "";
    private final List<Event> story = new ArrayList<>();

    /** Something that happened to it. */
    private record Event(int days, Act act) {}

    /** What was done. */
    private interface Act {
        void to(DomainName name, SampleDeeds deeds);
    }

    private SampleDomain(String name, Place place, String hosts) {
        this.name = DomainName.read(name).value().orElseThrow();
        this.place = place;
        this.hosts = hosts;
    }

    /** One whose file is served here. */
    static SampleDomain here(String name, String hosts) {
        return new SampleDomain(name, Place.HERE, hosts);
    }

    /** One whose file is served elsewhere. */
    static SampleDomain elsewhere(String name, String hosts) {
        return new SampleDomain(name, Place.ELSEWHERE, hosts);
    }

    DomainName name() {
        return name;
    }

    SampleDomain tagged(String tags) {
        this.tags = tags;
        return this;
    }

    /** @param note the last part of a message's key */
    SampleDomain noted(String note) {
        this.note = note;
        return this;
    }

    SampleDomain registered(int days) {
        return then(days, (domain, deeds) -> deeds.register(domain, place, hosts, tags, note));
    }

    /** Saves a draft; of no lines where it is given up. */
    SampleDomain drafted(int days, String maxAge, String... mx) {
        return then(days, (domain, deeds) -> deeds.draft(domain, maxAge, List.of(mx)));
    }

    SampleDomain discarded(int days) {
        return then(days, (domain, deeds) -> deeds.discard(domain));
    }

    SampleDomain published(int days) {
        return then(days, (domain, deeds) -> deeds.publish(domain, "", ""));
    }

    /** @param note why, the last part of a message's key */
    SampleDomain published(int days, String note) {
        return then(days, (domain, deeds) -> deeds.publish(domain, note, ""));
    }

    /** @param why the last part of a message's key */
    SampleDomain publishedAnyway(int days, String why) {
        return then(days, (domain, deeds) -> deeds.publish(domain, "", why));
    }

    /** The file is up elsewhere. */
    SampleDomain up(int days) {
        return then(days, (domain, deeds) -> deeds.fileIsUp(domain));
    }

    SampleDomain recorded(int days) {
        return then(days, (domain, deeds) -> deeds.recordsCreated(domain));
    }

    SampleDomain promoted(int days) {
        return then(days, (domain, deeds) -> deeds.promote(domain, ""));
    }

    /** @param why the last part of a message's key */
    SampleDomain promotedAnyway(int days, String why) {
        return then(days, (domain, deeds) -> deeds.promote(domain, why));
    }

    /** @param why the last part of a message's key */
    SampleDomain backToTesting(int days, String why) {
        return then(days, (domain, deeds) -> deeds.goBack(domain, why));
    }

    /** @param why the last part of a message's key */
    SampleDomain retired(int days, String why) {
        return then(days, (domain, deeds) -> deeds.retire(domain, why));
    }

    /** Its mail goes to other hosts. */
    SampleDomain moved(int days, String hosts) {
        return then(days, (domain, deeds) -> deeds.move(domain, hosts));
    }

    private SampleDomain then(int days, Act act) {
        story.add(new Event(days, act));
        return this;
    }

    /** Lets it all happen. */
    void play(SampleDeeds deeds, Instant now) {
        int minutes = LATEST_MINUTES + Math.floorMod(name.ascii().hashCode(), SPREAD_MINUTES);
        for (var event : story) {
            minutes -= STEP_MINUTES;
            deeds.at(
                    now.minus(Duration.ofDays(event.days())).minus(Duration.ofMinutes(minutes)),
                    () -> event.act().to(name, deeds));
        }
    }
}
