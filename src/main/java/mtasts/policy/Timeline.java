package mtasts.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the published versions of one domain: its stages with their instants, since when it is in testing,
 * since when reports speak for the present MX patterns, and how long senders may hold what was served. The view
 * {@code policy_standing} says the same of all domains at once.
 */
public final class Timeline {

    private final List<PolicyVersion> versions;

    private Timeline(List<PolicyVersion> versions) {
        this.versions = versions;
    }

    /** The timeline of all versions of one domain, given in any order. */
    public static Timeline of(List<PolicyVersion> versions) {
        return new Timeline(versions.stream()
                .sorted(Comparator.comparingInt(PolicyVersion::number))
                .toList());
    }

    /**
     * A stretch of versions of one mode.
     *
     * @param until when a version of another mode was published; {@code null} for the present one
     */
    public record Run(Mode mode, Instant since, @Nullable Instant until) {}

    /** The modes passed, the first published first; empty when nothing was ever published. */
    public List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (var version : versions) {
            if (runs.isEmpty()) {
                runs.add(new Run(version.mode(), version.since(), null));
            } else if (runs.getLast().mode() != version.mode()) {
                var ended = runs.removeLast();
                runs.add(new Run(ended.mode(), ended.since(), version.publishedAt()));
                runs.add(new Run(version.mode(), version.publishedAt(), null));
            }
        }
        return List.copyOf(runs);
    }

    /** The version published last. */
    public Optional<PolicyVersion> current() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** The version that senders get: the latest that is live. */
    public Optional<PolicyVersion> live(Instant now) {
        return versions.reversed().stream().filter(version -> version.live(now)).findFirst();
    }

    /** When the unbroken run of the current mode began. */
    public @Nullable Instant modeSince() {
        return versions.isEmpty() ? null : runs().getLast().since();
    }

    /** When the unbroken run of testing began; {@code null} when the current mode is another. */
    public @Nullable Instant testingSince() {
        return currentMode() == Mode.TESTING ? modeSince() : null;
    }

    /**
     * From when on reports speak for the present set of MX patterns, whatever their order: within the present testing,
     * the latest publication that changed the set. {@code null} when the current mode is another.
     */
    public @Nullable Instant evidenceWindowSince() {
        var since = testingSince();
        for (int i = versions.size() - 1; since != null && i > 0; i--) {
            var version = versions.get(i);
            if (!version.publishedAt().isAfter(since)) {
                return since;
            }
            if (!new HashSet<>(version.mx())
                    .equals(new HashSet<>(versions.get(i - 1).mx()))) {
                return version.publishedAt();
            }
        }
        return since;
    }

    /** When two weeks of testing are over; {@code null} when the current mode is another. */
    public @Nullable Instant dueAt() {
        var since = testingSince();
        return since == null ? null : since.plus(Standing.TWO_WEEKS);
    }

    /**
     * The last instant at which a sender may still hold the version: when it stopped being served and its
     * {@code max_age}. {@link Instant#MAX} when nobody knows whether it stopped; empty while it is the current one.
     */
    public Optional<Instant> horizon(PolicyVersion version) {
        if (versions.isEmpty() || version.number() >= versions.getLast().number()) {
            return Optional.empty();
        }
        return Optional.of(versions.stream()
                .filter(later -> later.number() > version.number())
                .map(PolicyVersion::liveAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(stopped -> stopped.plus(version.maxAge().duration()))
                .orElse(Instant.MAX));
    }

    /**
     * The latest horizon of all versions that ask for anything, the current one left out, and of what was there before the
     * first was adopted; {@code null} when there is none.
     */
    public @Nullable Instant latestHorizon() {
        return versions.stream()
                .flatMap(version -> Stream.of(
                        Optional.ofNullable(version.earlierUntil()),
                        version.mode() == Mode.NONE ? Optional.<Instant>empty() : horizon(version)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When what was up already was adopted, so that nobody knows of stages before; {@code null} where nothing was. */
    public @Nullable Instant adoptedAt() {
        return versions.isEmpty() || versions.getFirst().adopted() == null
                ? null
                : versions.getFirst().publishedAt();
    }

    /**
     * Until when a sender may hold any version that asks for anything, or what was there before it was adopted, if another were served from {@code now} on;
     * {@code null} when there is none.
     */
    public @Nullable Instant heldUntilIfReplaced(Instant now) {
        return heldUntilIfReplaced(now, version -> version.mode() != Mode.NONE);
    }

    /** The same of the versions in {@code enforce} alone, and of what was there before, which may have been in it; {@code null} where none is held now. */
    public @Nullable Instant enforcedUntilIfReplaced(Instant now) {
        var until = heldUntilIfReplaced(now, version -> version.mode() == Mode.ENFORCE);
        return until == null || now.isAfter(until) ? null : until;
    }

    private @Nullable Instant heldUntilIfReplaced(Instant now, Predicate<PolicyVersion> which) {
        var held = versions.stream()
                .filter(which)
                .map(version -> horizon(version)
                        .filter(known -> !known.equals(Instant.MAX))
                        .orElse(now.plus(version.maxAge().duration())));
        var earlier = versions.stream().map(PolicyVersion::earlierUntil).filter(Objects::nonNull);
        return Stream.concat(held, earlier).max(Comparator.naturalOrder()).orElse(null);
    }

    /** The same as the columns that are kept of the domain. */
    public Standing standing() {
        return current()
                .map(version -> new Standing(version.number(), version.mode(), modeSince(), dueAt(), latestHorizon()))
                .orElse(Standing.UNPUBLISHED);
    }

    private @Nullable Mode currentMode() {
        return versions.isEmpty() ? null : versions.getLast().mode();
    }
}
