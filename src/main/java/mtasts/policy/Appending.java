package mtasts.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends versions with all that belongs to them, with the same few statements however many they are. The version, what is
 * confirmed of it, where the domain stands, its findings and the audit entry are there together or not at all.
 */
@Component
class Appending {

    private final Versions versions;
    private final Confirmations confirmations;
    private final Drafts drafts;
    private final PolicyFindings findings;
    private final AuditTrail audit;

    Appending(
            Versions versions, Confirmations confirmations, Drafts drafts, PolicyFindings findings, AuditTrail audit) {
        this.versions = versions;
        this.confirmations = confirmations;
        this.drafts = drafts;
        this.findings = findings;
        this.audit = audit;
    }

    /**
     * A version that follows another.
     *
     * @param before the one that was current, {@code null} for none
     * @param fromDraft whether the domain's draft is done with
     */
    record Step(Domain domain, @Nullable PolicyVersion before, PolicyVersion version, boolean fromDraft) {}

    /** Appends versions as they are, with what is confirmed of their files. */
    void append(List<Step> steps, Author author) {
        var fresh = steps.stream().map(Step::version).toList();
        versions.append(fresh, author);
        confirmations.filesOf(fresh);
        drafts.delete(steps.stream().filter(Step::fromDraft).map(Step::domain).toList());
        findings.keepPublished(
                steps.stream().map(Step::domain).toList(),
                fresh.stream().collect(Collectors.toMap(PolicyVersion::domainId, Function.identity())),
                drafts.of(steps.stream()
                        .filter(step -> !step.fromDraft())
                        .map(Step::domain)
                        .toList()));
        audit.record(steps.stream()
                .map(step -> new AuditTrail.Entry(
                        action(step.version().deed()),
                        step.domain().name().ascii(),
                        values(step.before()),
                        values(step.version())))
                .toList());
    }

    private static String action(Deed deed) {
        return switch (deed) {
            case PUBLISHED -> "policy.published";
            case PROMOTED, PROMOTED_ANYWAY -> "policy.promoted";
            case BACK_TO_TESTING -> "policy.back-to-testing";
            case RETIRED -> "policy.retired";
            case ADOPTED -> "policy.adopted";
        };
    }

    private static @Nullable Map<String, Object> values(@Nullable PolicyVersion version) {
        if (version == null) {
            return null;
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("version", version.number());
        values.put("policy-id", version.id().text());
        values.put("mode", version.mode().text());
        values.put("mx", version.mx().stream().map(Object::toString).toList());
        values.put("max-age", version.maxAge().text());
        values.put("note", version.note());
        if (version.reason() != null) {
            values.put("reason", version.reason());
        }
        var adopted = version.adopted();
        if (adopted != null && adopted.since() != null) {
            values.put("since", adopted.since());
        }
        if (adopted != null && adopted.earlier() != null) {
            values.put("earlier-max-age", adopted.earlier().text());
        }
        return values;
    }
}
