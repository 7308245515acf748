package mtasts.sample;

import java.time.Instant;
import java.util.List;
import mtasts.domain.Amending;
import mtasts.domain.Amending.Amendment;
import mtasts.domain.Domains;
import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.estate.Registering;
import mtasts.estate.Registering.Registration;
import mtasts.policy.Confirming;
import mtasts.policy.Draft;
import mtasts.policy.Drafting;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.policy.Retiring;
import mtasts.policy.Saving;
import mtasts.policy.Typed;
import mtasts.policy.Versions;
import mtasts.policy.Word;
import mtasts.promotion.BackToTesting;
import mtasts.promotion.Promotion;
import mtasts.rfc8461.DomainName;
import mtasts.web.ScopedClock;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to made-up domains, through the use cases that everybody's deeds go through. */
@Component
class SampleDeeds {

    /** Reports of made-up domains go nowhere. */
    private static final String REPORTS = "tlsrpt@example.net";

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Registering registering;
    private final Amending amending;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Confirming confirming;
    private final Promotion promotion;
    private final BackToTesting backToTesting;
    private final Retiring retiring;
    private final Wording wording;
    private final ScopedClock clock;

    SampleDeeds(
            Domains domains,
            Versions versions,
            Drafts drafts,
            Registering registering,
            Amending amending,
            Drafting drafting,
            Publishing publishing,
            Confirming confirming,
            Promotion promotion,
            BackToTesting backToTesting,
            Retiring retiring,
            Wording wording,
            ScopedClock clock) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.registering = registering;
        this.amending = amending;
        this.drafting = drafting;
        this.publishing = publishing;
        this.confirming = confirming;
        this.promotion = promotion;
        this.backToTesting = backToTesting;
        this.retiring = retiring;
        this.wording = wording;
        this.clock = clock;
    }

    /** Lets something happen as of an earlier instant. */
    void at(Instant instant, Runnable deed) {
        clock.at(instant, deed);
    }

    /** With records of its own, so that it asks for nothing when the installation's settings change. */
    void register(DomainName name, Place place, String hosts, String tags, String note) {
        registering.registerSample(new Registration(name, MxHosts.read(hosts), place, said(note), Tags.read(tags)));
        var target = place == Place.HERE ? "sts.example.net" : "web.example.net";
        amend(name, new Amendment(null, null, null, null, target, REPORTS));
    }

    void move(DomainName name, String hosts) {
        amend(name, new Amendment(hosts, null, null, null, null, null));
    }

    void draft(DomainName name, String maxAge, List<String> mx) {
        var open = draft(name);
        var saving = drafting.save(name, current(name), open == null ? null : open.lock(), new Typed(mx, maxAge, ""));
        if (!(saving instanceof Saving.Saved)) {
            throw stopped(name, saving);
        }
    }

    void discard(DomainName name) {
        drafting.discard(name);
    }

    void publish(DomainName name, String note, String why) {
        var open = draft(name);
        int lock = open == null ? -1 : open.lock();
        done(name, publishing.publishDraft(name, current(name), lock, said(note), why.isEmpty() ? null : said(why)));
    }

    void fileIsUp(DomainName name) {
        confirmed(name, confirming.fileIsUp(name, current(name)));
    }

    void recordsCreated(DomainName name) {
        confirmed(name, confirming.recordsCreated(name, current(name)));
    }

    void promote(DomainName name, String why) {
        var word = why.isEmpty() ? new Word(true, true, true) : new Word(true, false, true);
        done(name, promotion.promote(name, current(name), word, why.isEmpty() ? null : said(why)));
    }

    void goBack(DomainName name, String why) {
        done(name, backToTesting.goBack(name, current(name), said(why)));
    }

    void retire(DomainName name, String why) {
        done(name, retiring.retire(name, current(name), said(why)));
    }

    private void amend(DomainName name, Amendment amendment) {
        amending.amend(name, domains.require(name).lock(), amendment);
    }

    private int current(DomainName name) {
        return versions.current(domains.require(name))
                .map(PolicyVersion::number)
                .orElse(0);
    }

    private @Nullable Draft draft(DomainName name) {
        return drafts.of(domains.require(name)).orElse(null);
    }

    /** In the language of whoever adds the sample data, as if that person had written it. */
    private String said(String key) {
        return key.isEmpty() ? "" : wording.text(Words.of("sample.said." + key));
    }

    private static void done(DomainName name, Publication publication) {
        if (!(publication instanceof Publication.Done)) {
            throw stopped(name, publication);
        }
    }

    private static void confirmed(DomainName name, Confirming.Outcome outcome) {
        if (outcome != Confirming.Outcome.CONFIRMED) {
            throw stopped(name, outcome);
        }
    }

    private static IllegalStateException stopped(DomainName name, Object outcome) {
        return new IllegalStateException("the story of " + name + " stops at " + outcome);
    }
}
