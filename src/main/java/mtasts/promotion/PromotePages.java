package mtasts.promotion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.policy.Difference;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Standing;
import mtasts.policy.Standings;
import mtasts.policy.Versions;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.web.Action;
import mtasts.web.Mark;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the promote page of a domain together. */
@Component
class PromotePages {

    private final Versions versions;
    private final Drafts drafts;
    private final Standings standings;
    private final ReadinessOf readiness;
    private final Clock clock;

    PromotePages(Versions versions, Drafts drafts, Standings standings, ReadinessOf readiness, Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.standings = standings;
        this.readiness = readiness;
        this.clock = clock;
    }

    PromotePage of(Domain domain) {
        var current = versions.current(domain);
        return switch (standings.of(domain).stage(clock.instant())) {
            case UNPUBLISHED, TESTING -> domain.takesMail() ? promotable(domain, current) : noMail(domain, current);
            case ENFORCE -> domain.takesMail() ? enforced(domain, current.orElseThrow()) : noMail(domain, current);
            case RETIRING, RETIRED -> givenUp(domain, current.orElseThrow());
        };
    }

    private PromotePage promotable(Domain domain, Optional<PolicyVersion> current) {
        var name = domain.name().ascii();
        var judged = readiness.of(domain);
        var candidate = readiness.candidate(domain, current);
        var state = state(judged, current, candidate);
        var maxAge = candidate.flatMap(Candidate::policy).map(Policy::maxAge);
        return new PromotePage(
                name,
                state,
                current.map(PolicyVersion::number).orElse(0),
                step(domain, state, judged).under(Words.of("promotion.next.label", name)),
                judged,
                candidate
                        .map(one -> one.uncovered(domain.hostNames()))
                        .filter(hosts -> !hosts.isEmpty())
                        .map(hosts -> Words.of("promotion.anyway.held", EveryHostCovered.named(hosts), hosts.size()))
                        .orElse(null),
                candidate
                        .map(one -> Difference.between(one.before(), one.text()).lines())
                        .orElse(List.of()),
                candidate.filter(Candidate::longer).isPresent(),
                maxAge.orElse(null),
                current.isPresent() && drafts.of(domain).isPresent(),
                current.orElse(null));
    }

    private static PromotePage.State state(
            Readiness judged, Optional<PolicyVersion> current, Optional<Candidate> candidate) {
        if (candidate.isEmpty()) {
            return PromotePage.State.NO_DRAFT;
        }
        if (current.isEmpty()) {
            return PromotePage.State.AT_ONCE;
        }
        return judged.wantsTheWordOnly() ? PromotePage.State.READY : PromotePage.State.NOT_YET;
    }

    private NextStep step(Domain domain, PromotePage.State state, Readiness judged) {
        var name = domain.name().ascii();
        return switch (state) {
            case READY -> said("ready", name);
            case NOT_YET -> notYet(domain, judged);
            case AT_ONCE -> led("unpublished", name, "/policy");
            case NO_DRAFT -> led("no-draft", name, "/policy");
            case ENFORCED, GIVEN_UP, NO_MAIL -> throw new IllegalArgumentException(state.name());
        };
    }

    /** What is missing, and where to mend it; nothing to press where only days are. */
    private NextStep notYet(Domain domain, Readiness judged) {
        List<Object> missing = new ArrayList<>();
        boolean due = judged.mark(Requirement.DUE) == Mark.MET;
        var standing = standings.of(domain);
        if (!due) {
            missing.add(Words.of("promotion.next.missing.days", daysUntil(standing)));
        }
        var covered = judged.mark(Requirement.EVERY_HOST_COVERED);
        if (covered != Mark.MET) {
            missing.add(Words.of(
                    covered == Mark.NOT_MET
                            ? "promotion.next.missing.covered"
                            : "promotion.next.missing.covered-unknown"));
        }
        boolean sound = judged.mark(Requirement.NO_DANGER) == Mark.MET;
        if (covered == Mark.MET && !sound) {
            missing.add(Words.of("promotion.next.missing.danger"));
        }
        var say = Words.of("promotion.next.not-yet.say", missing);
        if (covered == Mark.MET && sound) {
            Instant dueAt = Objects.requireNonNull(standing.dueAt());
            return NextStep.of(say, Words.of("promotion.next.not-yet.wait", Words.weekday(dueAt)));
        }
        var page = "/domains/" + domain.name().ascii();
        return NextStep.of(say, Words.of("promotion.next.not-yet.why"))
                .by(
                        covered == Mark.UNKNOWN
                                ? Action.change(Words.of("promotion.next.hosts"), page + "/hosts")
                                : Action.change(Words.of("promotion.next.edit"), page + "/policy"));
    }

    private long daysUntil(Standing standing) {
        return Duration.between(clock.instant(), Objects.requireNonNull(standing.dueAt()))
                .plusDays(1)
                .minusNanos(1)
                .toDays();
    }

    private static PromotePage noMail(Domain domain, Optional<PolicyVersion> current) {
        var step = current.isPresent()
                ? led("no-mail", domain.name().ascii(), "/retire")
                : led("nothing-to-protect", domain.name().ascii(), "/hosts");
        int number = current.map(PolicyVersion::number).orElse(0);
        return settled(domain, PromotePage.State.NO_MAIL, step, null, number);
    }

    private PromotePage enforced(Domain domain, PolicyVersion current) {
        var name = domain.name().ascii();
        var promoted = promoted(domain).orElse(current);
        var step = NextStep.of(
                        Words.of("promotion.next.enforced.say", name),
                        Words.of("promotion.next.enforced.why", Words.day(promoted.publishedAt()), promoted.author()))
                .or(Action.change(Words.of("promotion.next.enforced.back"), "/domains/" + name + "/back-to-testing"));
        return settled(domain, PromotePage.State.ENFORCED, step, promoted, current.number());
    }

    /** The version by which the present run of enforce began. */
    private Optional<PolicyVersion> promoted(Domain domain) {
        return versions.of(domain).stream()
                .takeWhile(version -> version.mode() == Mode.ENFORCE)
                .reduce((later, earlier) -> earlier);
    }

    private PromotePage givenUp(Domain domain, PolicyVersion current) {
        var name = domain.name().ascii();
        var step = led("given-up", name, "/back-to-testing");
        return settled(domain, PromotePage.State.GIVEN_UP, step, current, current.number());
    }

    private static PromotePage settled(
            Domain domain, PromotePage.State state, NextStep step, @Nullable PolicyVersion shown, int number) {
        return new PromotePage(
                domain.name().ascii(), state, number, step, null, null, List.of(), false, null, false, shown);
    }

    private static NextStep said(String key, String name) {
        return NextStep.of(
                Words.of("promotion.next." + key + ".say", name), Words.of("promotion.next." + key + ".why"));
    }

    private static NextStep led(String key, String name, String path) {
        return said(key, name).by(Action.change(Words.of("promotion.next." + key + ".act"), "/domains/" + name + path));
    }
}
