package mtasts.estate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mtasts.domain.Domain;
import mtasts.domain.MxHost;
import mtasts.policy.Standing;
import mtasts.web.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A domain as the API tells it.
 *
 * @param mxHosts in their order, with the preference where one was given; a single dot where no mail is taken
 * @param place {@code here} or {@code elsewhere}: where its policy file is served
 * @param stage {@code unpublished}, {@code testing}, {@code enforce}, {@code retiring} or {@code retired}
 * @param testingSince when the unbroken run of testing began, {@code null} where it is not in testing
 * @param due when two weeks of testing are over, {@code null} where it is not in testing
 * @param currentVersion {@code null} where nothing was ever published
 * @param sample whether it is made up for trying things out
 */
record DomainJson(
        String name,
        String unicodeName,
        List<String> mxHosts,
        List<String> tags,
        String note,
        String place,
        String provider,
        @Nullable String policyHostTarget,
        @Nullable String reportAddress,
        String stage,
        @Nullable Instant testingSince,
        @Nullable Instant due,
        @Nullable Integer currentVersion,
        boolean sample) {

    /** The same with what follows from where it stands. */
    DomainJson(
            String name,
            String unicodeName,
            List<String> mxHosts,
            List<String> tags,
            String note,
            String place,
            String provider,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            Standing standing,
            Instant now,
            boolean sample) {
        this(
                name,
                unicodeName,
                mxHosts,
                tags,
                note,
                place,
                provider,
                policyHostTarget,
                reportAddress,
                standing.stage(now).name().toLowerCase(Locale.ROOT),
                standing.dueAt() == null ? null : standing.modeSince(),
                standing.dueAt(),
                standing.currentVersion(),
                sample);
    }

    static DomainJson of(Domain domain, Standing standing, Instant now) {
        return new DomainJson(
                domain.name().ascii(),
                domain.unicode(),
                domain.takesMail() ? domain.hosts().stream().map(MxHost::text).toList() : List.of("."),
                List.copyOf(domain.tags()),
                domain.note(),
                domain.place().text(),
                domain.provider(),
                domain.policyHostTarget(),
                domain.reportAddress(),
                standing,
                now,
                domain.sample());
    }

    static EntityTag tag(Domain domain, Standing standing, Instant now) {
        return EntityTag.of(
                domain.lock(),
                standing.currentVersion() == null ? 0 : standing.currentVersion(),
                standing.stage(now).name().toLowerCase(Locale.ROOT));
    }
}
