package mtasts.promotion;

import java.time.Instant;
import java.util.List;
import mtasts.policy.Word;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * What the requirements look at.
 *
 * @param domain the domain's A-label, for links
 * @param testingSince when the unbroken run of testing began; {@code null} when the domain is not in testing
 * @param windowSince from when on reports speak for the present MX patterns; not before {@code testingSince}
 * @param candidate what would be published; {@code null} when there is nothing yet
 * @param takesMail whether any mail is received at all
 * @param hosts the registered MX hosts
 * @param word what a person vouches for, {@code null} while nobody has
 */
record Evidence(
        Instant now,
        String domain,
        @Nullable Instant testingSince,
        @Nullable Instant windowSince,
        @Nullable Candidate candidate,
        boolean takesMail,
        List<DomainName> hosts,
        @Nullable Word word) {

    Evidence {
        hosts = List.copyOf(hosts);
    }
}
