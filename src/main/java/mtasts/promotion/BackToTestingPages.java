package mtasts.promotion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Standing;
import mtasts.policy.Timeline;
import mtasts.policy.Versions;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.springframework.stereotype.Component;

/** Puts the page on going back to testing together. */
@Component
class BackToTestingPages {

    private final Versions versions;
    private final Drafts drafts;
    private final Clock clock;

    BackToTestingPages(Versions versions, Drafts drafts, Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    BackToTestingPage of(Domain domain) {
        var all = versions.of(domain);
        return all.stream()
                .findFirst()
                .filter(BackToTesting::possible)
                .map(current -> possible(domain, all, current))
                .orElseGet(() -> impossible(domain, all));
    }

    private BackToTestingPage possible(Domain domain, List<PolicyVersion> all, PolicyVersion current) {
        var name = domain.name().ascii();
        var now = clock.instant();
        boolean enforced = current.mode() == Mode.ENFORCE;
        return new BackToTestingPage(
                name,
                current.number(),
                true,
                Words.of(enforced ? "promotion.back.say" : "promotion.back.again.say", name),
                Words.of("promotion.back.why", Words.weekday(now.plus(Standing.TWO_WEEKS))),
                Words.of(enforced ? "promotion.back.act" : "promotion.back.again"),
                Timeline.of(all).standing().stage(now).glyph(),
                effects(domain, all, current, now));
    }

    private List<Words> effects(Domain domain, List<PolicyVersion> all, PolicyVersion current, Instant now) {
        boolean here = domain.place() == Place.HERE;
        var effects = new ArrayList<Words>();
        effects.add(Words.of("promotion.back.now", current.number() + 1));
        effects.add(BackToTesting.held(here, all, now));
        effects.add(Words.of(here ? "promotion.back.records" : "promotion.back.records-elsewhere"));
        if (drafts.of(domain).isPresent()) {
            effects.add(Words.of("promotion.back.draft"));
        }
        return effects;
    }

    private BackToTestingPage impossible(Domain domain, List<PolicyVersion> all) {
        var name = domain.name().ascii();
        var state = all.isEmpty() ? "unpublished" : "testing";
        return new BackToTestingPage(
                name,
                all.size(),
                false,
                Words.of("promotion.back.impossible." + state, name),
                Words.of("promotion.back.impossible.why"),
                null,
                Timeline.of(all).standing().stage(clock.instant()).glyph(),
                List.of());
    }
}
