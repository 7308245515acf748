package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.StsRecord;
import mtasts.web.DiffLine;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What retiring does (RFC 8461 §8.3).
 *
 * @param current the number of the version that would be retired, 0 where there is none
 * @param instead why there is nothing to retire; {@code null} where there is
 * @param effects what happens, mail first
 * @param difference from the current text to the one that would be published
 */
record RetirePage(
        DomainName name, int current, @Nullable Words instead, List<Words> effects, List<DiffLine> difference) {

    static RetirePage of(Domain domain, Timeline timeline, Instant now) {
        var current = timeline.current().orElse(null);
        if (current == null) {
            return nothing(domain, 0, Words.of("policy.retire.never", link(domain)));
        }
        return switch (timeline.standing().stage(now)) {
            case UNPUBLISHED -> throw new IllegalStateException("there is a version");
            case RETIRING -> nothing(domain, current.number(), Words.of("policy.retire.under-way"));
            case RETIRED -> nothing(domain, current.number(), Words.of("policy.retire.over", link(domain)));
            case TESTING, ENFORCE ->
                new RetirePage(
                        domain.name(),
                        current.number(),
                        null,
                        effects(domain, timeline, now),
                        Difference.between(
                                        current.text(), Retiring.policy(current).text())
                                .lines());
        };
    }

    public int next() {
        return current + 1;
    }

    private static RetirePage nothing(Domain domain, int current, Words instead) {
        return new RetirePage(domain.name(), current, instead, List.of(), List.of());
    }

    private static Words.Link link(Domain domain) {
        return Words.link("/domains/" + domain.name().ascii() + "/remove", "policy.retire.remove");
    }

    private static List<Words> effects(Domain domain, Timeline timeline, Instant now) {
        var until = Objects.requireNonNull(timeline.heldUntilIfReplaced(now));
        var enforced = timeline.enforcedUntilIfReplaced(now);
        var mail = enforced == null ? "policy.retire.mail.testing" : "policy.retire.mail.enforce";
        var owner = StsRecord.owner(domain.name());
        if (domain.place() == Place.ELSEWHERE) {
            var longest = Duration.between(now, until);
            return List.of(
                    Words.of(mail + ".elsewhere", enforced == null ? longest : Duration.between(now, enforced)),
                    Words.of("policy.retire.file"),
                    Words.of("policy.retire.dns", owner),
                    Words.of("policy.retire.keep.elsewhere", owner, longest),
                    Words.of("policy.retire.back"));
        }
        return List.of(
                Words.of(mail + ".here", Words.day(enforced == null ? until : enforced)),
                Words.of("policy.retire.dns", owner),
                Words.of("policy.retire.keep.here", owner, Words.day(until)),
                Words.of("policy.retire.back"));
    }
}
