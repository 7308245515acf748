package mtasts.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.StsRecord;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** What publishing a draft does to mail, to the days of testing and to the records, said beforehand (RFC 8461 §8). */
final class Effects {

    private final Domain domain;
    private final Timeline timeline;
    private final @Nullable PolicyVersion current;
    private final boolean enforce;
    private final List<MxPattern> mx;
    private final @Nullable MaxAge maxAge;
    private final Instant now;

    private Effects(Domain domain, Timeline timeline, List<MxPattern> mx, @Nullable MaxAge maxAge, Instant now) {
        this.domain = domain;
        this.timeline = timeline;
        this.current = timeline.current().orElse(null);
        this.enforce = Draft.mode(timeline.current()) == Mode.ENFORCE;
        this.mx = mx;
        this.maxAge = maxAge;
        this.now = now;
    }

    /** The effects of publishing what was typed, as far as it can be read. */
    static Effects of(Domain domain, Timeline timeline, Typed typed, Instant now) {
        return new Effects(domain, timeline, typed.readMx(), typed.readMaxAge().orElse(null), now);
    }

    /** What holds mail back or takes protection away. */
    public List<Words> warnings() {
        var warnings = new ArrayList<Words>();
        if (current != null) {
            var lost = lost();
            if (!lost.isEmpty()) {
                var key = enforce ? "policy.effect.uncovers.enforce" : "policy.effect.uncovers.testing";
                warnings.add(Words.of(key, lost, lost.size()));
            }
            var left = hosts(host -> !covers(mx, host) && !lost.contains(host));
            if (enforce && !left.isEmpty()) {
                warnings.add(Words.of("policy.effect.held", left, left.size()));
            }
            if (enforce && maxAge != null && maxAge.seconds() < current.maxAge().seconds()) {
                warnings.add(Words.of(
                        "policy.effect.shorter",
                        maxAge.duration(),
                        current.maxAge().duration(),
                        current.number(),
                        Words.day(heldUntil())));
            }
        }
        return warnings;
    }

    /** Everything else, mail first. */
    public List<Words> plain() {
        var plain = new ArrayList<Words>();
        plain.add(mail());
        plain.add(enforce ? enforceStays() : testing());
        plain.addAll(records());
        newHosts().ifPresent(plain::add);
        return plain;
    }

    private Words mail() {
        if (!enforce) {
            return Words.of("policy.effect.mail.testing");
        }
        var covered = hosts(host -> covers(mx, host));
        if (covered.size() == domain.hostNames().size()) {
            return Words.of("policy.effect.mail.enforce");
        }
        return Words.of(covered.isEmpty() ? "policy.effect.mail.none" : "policy.effect.mail.others");
    }

    /** The hosts that the current version covers, and the next does not. */
    private List<DomainName> lost() {
        return current == null ? List.of() : hosts(host -> covers(current.mx(), host) && !covers(mx, host));
    }

    private Words enforceStays() {
        return Words.of(
                "policy.effect.enforce.stays", Objects.requireNonNull(current).number(), Words.day(heldUntil()));
    }

    private Words testing() {
        var since = timeline.testingSince();
        var dueAt = timeline.dueAt();
        if (current == null || since == null || dueAt == null) {
            return Words.of(
                    current == null ? "policy.effect.testing.begins" : "policy.effect.testing.anew",
                    Words.weekday(now.plus(Standing.TWO_WEEKS)));
        }
        var days = timeline.standing().days(now);
        var same = new HashSet<>(mx).equals(new HashSet<>(current.mx()));
        if (timeline.standing().due(now)) {
            return Words.of(same ? "policy.effect.testing.due" : "policy.effect.testing.due-window", days);
        }
        return Words.of(
                same ? "policy.effect.testing.stays" : "policy.effect.testing.window", days, Words.weekday(dueAt));
    }

    private List<Words> records() {
        var records = new ArrayList<Words>();
        if (domain.place() == Place.ELSEWHERE) {
            records.add(
                    current == null
                            ? Words.of("policy.effect.file.first")
                            : Words.of("policy.effect.file.next", current.number()));
        }
        records.add(
                current == null
                        ? Words.of("policy.effect.dns.first")
                        : Words.of("policy.effect.dns.next", StsRecord.owner(domain.name())));
        return records;
    }

    /** New MX: into policy and id first, then into DNS (RFC 8461 §8.1, §5.1). In testing nothing need wait. */
    private Optional<Words> newHosts() {
        if (current == null || !coversMore()) {
            return Optional.empty();
        }
        return Optional.of(
                enforce
                        ? Words.of(
                                "policy.effect.new-mx.enforce",
                                Words.moment(now.plus(PolicyVersion.RECORD_TTL)),
                                Words.day(heldUntil()),
                                current.number())
                        : Words.of("policy.effect.new-mx.testing"));
    }

    private boolean coversMore() {
        var before = new HashSet<>(Objects.requireNonNull(current).mx());
        return mx.stream().anyMatch(pattern -> !before.contains(pattern));
    }

    private Instant heldUntil() {
        return Objects.requireNonNull(timeline.heldUntilIfReplaced(now));
    }

    private List<DomainName> hosts(Predicate<DomainName> which) {
        return domain.hostNames().stream().filter(which).toList();
    }

    private static boolean covers(List<MxPattern> mx, DomainName host) {
        return mx.stream().anyMatch(pattern -> pattern.matches(host));
    }
}
