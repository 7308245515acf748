package mtasts.validator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.StsRecord;
import mtasts.web.ApiFinding;
import mtasts.web.Wording;
import org.jspecify.annotations.Nullable;

/** What the API answers. */
final class Judged {

    /** The most findings that are told. */
    static final int MOST_FINDINGS = 1_000;

    private Judged() {}

    /**
     * The fields that count.
     *
     * @param mode {@code testing}, {@code enforce} or {@code none}
     * @param maxAge in seconds
     */
    record Fields(String mode, List<String> mx, long maxAge) {}

    /**
     * A policy.
     *
     * @param policy {@code null} where it is not valid
     * @param moreFindings how many there are besides, where there are any
     */
    record OfPolicy(
            boolean valid,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Fields policy,

            List<ApiFinding> findings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer moreFindings) {

        static OfPolicy of(Reading<Policy> reading, Wording wording) {
            var policy = reading.value().map(OfPolicy::fields).orElse(null);
            var findings = reading.findings();
            return new OfPolicy(policy != null, policy, told(findings, wording), more(findings));
        }

        private static Fields fields(Policy policy) {
            return new Fields(
                    policy.mode().text(),
                    policy.mx().stream().map(pattern -> pattern.text()).toList(),
                    policy.maxAge().seconds());
        }
    }

    /**
     * The records at {@code _mta-sts}.
     *
     * @param id {@code null} where they are not valid
     * @param moreFindings how many there are besides, where there are any
     */
    record OfRecord(
            boolean valid,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String id,

            List<ApiFinding> findings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer moreFindings) {

        static OfRecord of(Reading<StsRecord> reading, Wording wording) {
            var id = reading.value().map(record -> record.id().text()).orElse(null);
            var findings = reading.findings();
            return new OfRecord(id != null, id, told(findings, wording), more(findings));
        }
    }

    /** Whether a pattern covers a host. */
    record OfMatch(boolean match) {}

    private static List<ApiFinding> told(List<Finding> findings, Wording wording) {
        return ApiFinding.of(findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)), wording);
    }

    private static @Nullable Integer more(List<Finding> findings) {
        return findings.size() > MOST_FINDINGS ? findings.size() - MOST_FINDINGS : null;
    }
}
