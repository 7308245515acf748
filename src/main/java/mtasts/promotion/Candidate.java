package mtasts.promotion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import mtasts.policy.Draft;
import mtasts.policy.PolicyVersion;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion would publish: the patterns as they are, mode {@code enforce}, and a {@code max_age} of two weeks at
 * least.
 *
 * @param longer whether {@code max_age} grows
 * @param before the text to compare with: the current version's, or the draft's of a domain never published
 * @param text what would be published
 * @param reading that text, held against the registered MX hosts
 */
record Candidate(boolean longer, String before, String text, Reading<Policy> reading) {

    static Candidate of(PolicyVersion current, List<DomainName> hosts) {
        return of(
                longer(current.maxAge()),
                current.text(),
                new Policy(Mode.ENFORCE, current.mx(), longEnough(current.maxAge())).text(),
                hosts);
    }

    /** For a domain never published, what its draft says. */
    static Candidate of(Draft draft, List<DomainName> hosts) {
        var typed = draft.typed();
        return PolicyReader.read(typed.text(Mode.TESTING), hosts)
                .value()
                .map(policy -> of(
                        longer(policy.maxAge()),
                        policy.text(),
                        new Policy(Mode.ENFORCE, policy.mx(), longEnough(policy.maxAge())).text(),
                        hosts))
                .orElseGet(() -> of(false, typed.text(Mode.TESTING), typed.text(Mode.ENFORCE), hosts));
    }

    private static Candidate of(boolean longer, String before, String text, List<DomainName> hosts) {
        return new Candidate(longer, before, text, PolicyReader.read(text, hosts));
    }

    /** The same with another {@code max_age}; with {@code null} as it is. */
    Candidate lasting(@Nullable MaxAge maxAge, List<DomainName> hosts) {
        return policy().filter(policy -> maxAge != null)
                .map(policy -> of(
                        longer, before, new Policy(policy.mode(), policy.mx(), requireNonNull(maxAge)).text(), hosts))
                .orElse(this);
    }

    private static boolean longer(MaxAge maxAge) {
        return maxAge.seconds() < MaxAge.TWO_WEEKS.seconds();
    }

    private static MaxAge longEnough(MaxAge maxAge) {
        return longer(maxAge) ? MaxAge.TWO_WEEKS : maxAge;
    }

    /** What would be published, where it is valid. */
    Optional<Policy> policy() {
        return reading.value();
    }

    /** The hosts that it would not cover, as far as it can be read. */
    List<DomainName> uncovered(List<DomainName> hosts) {
        return policy().stream()
                .flatMap(policy -> hosts.stream().filter(host -> !policy.permits(host)))
                .toList();
    }

    /** What keeps it from being published, or from being published without a reason. */
    List<Finding> grave() {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.INVALID || finding.severity() == Severity.DANGER)
                .toList();
    }
}
