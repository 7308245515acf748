package mtasts.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mtasts.domain.Place;
import mtasts.policy.Reach;
import mtasts.policy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the next step of one domain follows from.
 *
 * @param name the domain's A-label
 * @param takesMail whether there is any mail to protect
 * @param namesHosts whether any MX host is registered
 * @param uncovered the registered MX hosts that the current policy does not cover; of a domain never published, those
 *     that its draft does not cover
 * @param drafted whether a draft is open
 * @param draftCovers whether the open draft covers every registered MX host
 * @param flawed whether the current policy has a finding that is a danger or worse; of a domain never published, whether
 *     its draft is invalid
 * @param fileEver whether any version was ever served
 * @param reach how far the current version has come outside
 * @param version the number of the current version, 0 where there is none
 * @param since when the unbroken run of the current mode began; {@code null} where nothing was published
 * @param until in testing when two weeks are over, after giving up when no sender holds anything; else {@code null}
 */
record StepFacts(
        String name,
        Place place,
        Stage stage,
        boolean takesMail,
        boolean namesHosts,
        List<String> uncovered,
        boolean drafted,
        boolean draftCovers,
        boolean flawed,
        boolean fileEver,
        Reach reach,
        int version,
        @Nullable Instant since,
        @Nullable Instant until,
        Instant now) {

    StepFacts {
        uncovered = List.copyOf(uncovered);
    }

    /** Whether the file of the current version is up where it is to be served. */
    boolean fileUp() {
        return reach.fileUp();
    }

    /** Whether somebody ever created the records. */
    boolean recordsEver() {
        return reach.said() != null;
    }

    /** What has to be set before the records can be created, or changed. */
    List<Reach.Missing> missing() {
        return switch (stage) {
            case UNPUBLISHED, RETIRED -> List.of();
            case TESTING, ENFORCE -> reach.missing(false);
            case RETIRING -> reach.missing(true);
        };
    }

    /** Whether the day is there that was waited for. */
    boolean reached() {
        return until != null && !now.isBefore(until);
    }

    /** For how long that day has gone by; nothing before it. */
    Duration overdue() {
        return until == null || !reached() ? Duration.ZERO : Duration.between(until, now);
    }
}
