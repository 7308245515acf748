package mtasts.policy;

import java.util.List;
import java.util.Optional;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import mtasts.rfc8461.Severity;

/**
 * A policy's text, read and held against the MX hosts that are registered.
 *
 * @param text what would be published where it is valid, else what was typed
 * @param policy what it says, empty where it is invalid
 * @param findings everything there is to say about it, in the order of its lines
 */
record Judgement(String text, Optional<Policy> policy, List<Finding> findings) {

    /** Judges what was typed, in the mode that a draft takes. */
    static Judgement of(Typed typed, Optional<PolicyVersion> current, List<DomainName> hosts) {
        var asTyped = of(typed.text(Draft.mode(current)), hosts);
        return asTyped.policy().map(policy -> of(policy, hosts)).orElse(asTyped);
    }

    static Judgement of(Policy policy, List<DomainName> hosts) {
        return of(policy.text(), hosts);
    }

    static Judgement of(String text, List<DomainName> hosts) {
        var reading = PolicyReader.read(text, hosts);
        return new Judgement(text, reading.value(), reading.findings());
    }

    /** The findings that keep it from being published. */
    List<Finding> invalid() {
        return of(Severity.INVALID);
    }

    /** The findings for which a reason must be given. */
    List<Finding> danger() {
        return of(Severity.DANGER);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
