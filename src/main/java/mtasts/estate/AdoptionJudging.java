package mtasts.estate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.TypedName;
import mtasts.policy.Adoption.Outcome;
import mtasts.policy.Drafts;
import mtasts.policy.Standing;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import mtasts.web.FindingView;
import mtasts.web.FindingViews;
import mtasts.web.FreeText;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what would come of an adoption, before anything is saved. */
@Component
class AdoptionJudging {

    private final Adopting adopting;
    private final Domains domains;
    private final Drafts drafts;
    private final Clock clock;

    AdoptionJudging(Adopting adopting, Domains domains, Drafts drafts, Clock clock) {
        this.adopting = adopting;
        this.domains = domains;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * What is to be shown beside the form.
     *
     * @param name the domain that is meant, as far as it is understood
     * @param obstacle why there is nothing to adopt, {@code null} where there is
     * @param text as it is, {@code null} where there is none
     * @param valid whether it becomes a version; else a draft
     * @param effects what follows
     * @param seen stands for all that is judged; {@code null} where it cannot be adopted as it stands
     */
    record Judged(
            @Nullable DomainName name,
            @Nullable Words obstacle,
            @Nullable Listing text,
            boolean valid,
            List<FindingView> findings,
            List<Words> effects,
            @Nullable String seen) {}

    /** @param adoptee what was read, {@code null} where something is to be said about the form */
    Judged judge(AdoptPageForm form, @Nullable Adoptee adoptee) {
        var name = name(form.name());
        var text = form.exact().text();
        if (text.isBlank() || AdopteeReader.objection(text).isPresent()) {
            return new Judged(name, null, null, false, List.of(), List.of(), null);
        }
        var reading = PolicyReader.read(text, hosts(name, adoptee));
        var obstacle = adoptee == null ? null : obstacle(adoptee);
        return new Judged(
                name,
                obstacle,
                listing(text, reading.findings()),
                reading.value().isPresent(),
                FindingViews.of(reading.findings()),
                adoptee == null || obstacle != null
                        ? List.of()
                        : effects(adoptee, reading.value().orElse(null)),
                adoptee == null || obstacle != null ? null : form.judged());
    }

    private static @Nullable DomainName name(String typed) {
        return switch (TypedName.read(typed)) {
            case TypedName.Understood understood -> understood.name();
            case TypedName.Offered offered -> offered.name();
            case TypedName.Refused refused -> null;
        };
    }

    /** Those that are given, else those that are registered. */
    private List<DomainName> hosts(@Nullable DomainName name, @Nullable Adoptee adoptee) {
        if (adoptee != null && !adoptee.hosts().hosts().isEmpty()) {
            return adoptee.hosts().hosts().stream().map(MxHost::name).toList();
        }
        return Optional.ofNullable(name)
                .flatMap(domains::registered)
                .map(Domain::hostNames)
                .orElse(List.of());
    }

    private @Nullable Words obstacle(Adoptee adoptee) {
        var name = adoptee.name().ascii();
        var link = Words.link("/domains/" + name, "estate.register.open");
        return adopting.obstacle(adoptee)
                .map(outcome -> outcome instanceof Outcome.Already
                        ? Words.of("estate.adopt.already", name, link)
                        : Words.of("estate.adopt.has-versions", name, link))
                .orElse(null);
    }

    private List<Words> effects(Adoptee adoptee, @Nullable Policy policy) {
        var effects = new ArrayList<Words>();
        var drafted = domains.registered(adoptee.name()).flatMap(drafts::of).isPresent();
        if (policy == null) {
            effects.add(Words.of("estate.adopt.effect.draft"));
            effects.add(Words.of(
                    adoptee.live().fitsIntoNote()
                            ? "estate.adopt.effect.draft.note"
                            : "estate.adopt.effect.draft.note.cut",
                    FreeText.LONGEST));
            if (drafted) {
                effects.add(Words.of("estate.adopt.effect.draft.replaces"));
            }
            return effects;
        }
        effects.add(Words.of("estate.adopt.effect.mode." + policy.mode().text()));
        var now = clock.instant();
        var since = adoptee.live().known().since();
        if (policy.mode() == Mode.TESTING) {
            effects.add(due(since, now));
        }
        earlier(adoptee, since == null ? now : since).ifPresent(effects::add);
        effects.add(Words.of("estate.adopt.effect.place." + adoptee.place().text(), Policy.policyHost(adoptee.name())));
        var text = adoptee.live().text();
        if (adoptee.place() == Place.HERE && !text.chars().allMatch(letter -> letter < 0x80)) {
            effects.add(Words.of("estate.adopt.effect.utf-8"));
        }
        effects.add(Words.of(
                text.equals(policy.text()) ? "estate.adopt.effect.next" : "estate.adopt.effect.next.rewritten"));
        if (drafted) {
            effects.add(Words.of("estate.adopt.effect.draft.stays"));
        }
        return effects;
    }

    private static Words due(@Nullable Instant since, Instant now) {
        var due = Objects.requireNonNullElse(since, now).plus(Standing.TWO_WEEKS);
        if (since == null) {
            return Words.of("estate.adopt.effect.testing.now", Words.weekday(due));
        }
        return now.isBefore(due)
                ? Words.of("estate.adopt.effect.testing.since", Words.day(since), Words.weekday(due))
                : Words.of("estate.adopt.effect.testing.due", Words.day(since), Words.day(due));
    }

    private static Optional<Words> earlier(Adoptee adoptee, Instant since) {
        var earlier = adoptee.live().known().earlier();
        var age = earlier == null ? MaxAge.LONGEST : earlier;
        if (age.seconds() == 0) {
            return Optional.empty();
        }
        return Optional.of(Words.of(
                earlier == null ? "estate.adopt.effect.earlier.unknown" : "estate.adopt.effect.earlier",
                Words.day(since.plus(age.duration()))));
    }

    private static Listing listing(String text, List<Finding> findings) {
        var listing = Listing.of(Words.of("estate.adopt.listing"), text);
        for (var finding : findings) {
            var place = finding.place();
            listing = listing.marked(
                    place.line(), place.column(), place.column() + place.length(), Mark.of(finding.severity()));
        }
        return listing;
    }
}
