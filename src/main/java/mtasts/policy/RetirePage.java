package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * Looks at the domain as it stands.
     *
     * @param everUp whether senders could ever get any version
     * @param everInDns whether anybody said that the DNS records were created
     */
    static RetirePage of(Domain domain, Timeline timeline, boolean everUp, boolean everInDns, Instant now) {
        var current = timeline.current().orElse(null);
        if (current == null) {
            return nothing(domain, 0, Words.of("policy.retire.never", link(domain)));
        }
        if (!everUp) {
            return nothing(domain, current.number(), Words.of("policy.retire.never-up", link(domain)));
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
                        effects(domain, timeline, everInDns, now),
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

    private static List<Words> effects(Domain domain, Timeline timeline, boolean everInDns, Instant now) {
        var until = Objects.requireNonNull(timeline.heldUntilIfReplaced(now));
        var enforced = timeline.enforcedUntilIfReplaced(now);
        var mailUntil = enforced == null ? until : enforced;
        boolean here = domain.place() == Place.HERE;
        var place = here ? ".here" : ".elsewhere";
        var owner = StsRecord.owner(domain.name());
        var effects = new ArrayList<Words>();
        effects.add(Words.of(
                mail(domain, enforced) + place, here ? Words.day(mailUntil) : Duration.between(now, mailUntil)));
        if (!here) {
            effects.add(Words.of("policy.retire.file"));
        }
        effects.add(Words.of(everInDns ? "policy.retire.dns" : "policy.retire.dns-never", owner));
        effects.add(Words.of(
                (everInDns ? "policy.retire.keep" : "policy.retire.keep-host") + place,
                owner,
                here ? Words.day(until) : Duration.between(now, until)));
        effects.add(Words.of("policy.retire.back"));
        return List.copyOf(effects);
    }

    private static String mail(Domain domain, @Nullable Instant enforced) {
        if (enforced == null) {
            return "policy.retire.mail.testing";
        }
        return domain.takesMail() ? "policy.retire.mail.enforce" : "policy.retire.mail.none";
    }
}
