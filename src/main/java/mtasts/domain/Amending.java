package mtasts.domain;

import java.util.Map;
import java.util.Objects;
import mtasts.rfc8461.DomainName;
import mtasts.web.ApiErrors;
import mtasts.web.ApiProblem;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a domain only what a program names, in one transaction. */
@Component
public class Amending {

    private final Domains domains;
    private final ChangingHosts changingHosts;
    private final Describing describing;
    private final AboutReader reader;
    private final Wording wording;

    Amending(Domains domains, ChangingHosts changingHosts, Describing describing, AboutReader reader, Wording wording) {
        this.domains = domains;
        this.changingHosts = changingHosts;
        this.describing = describing;
        this.reader = reader;
        this.wording = wording;
    }

    /**
     * What is to change, each as it is typed on the pages; what is {@code null} stays.
     *
     * @param hosts as {@link MxHosts#read} reads them
     * @param policyHostTarget empty for the installation's
     * @param reportAddress empty for the installation's
     */
    public record Amendment(
            @Nullable String hosts,
            @Nullable String place,
            @Nullable String tags,
            @Nullable String note,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress) {}

    /**
     * Changes it.
     *
     * @param expected the domain's {@link Domain#lock()} when this was decided
     * @throws ApiProblem 412 where somebody else changed it meanwhile, 422 where something cannot be taken
     * @throws NoSuchDomain where the domain is not registered
     */
    @Transactional
    public void amend(DomainName name, int expected, Amendment amendment) {
        var domain = domains.lock(name);
        if (domain.lock() != expected) {
            throw ApiProblem.changed();
        }
        var errors = ApiErrors.none();
        var hosts = amendment.hosts() == null ? null : MxHosts.read(amendment.hosts());
        if (hosts != null) {
            hosts.problems().forEach(problem -> errors.rejectValue("hosts", "", wording.text(problem.sentence())));
            if (hosts.isEmpty()) {
                errors.rejectValue("hosts", "", wording.text(Words.of("domain.hosts.none", name.ascii())));
            }
        }
        var about = reader.read(form(AboutForm.of(domain), amendment), errors);
        ApiErrors.refuse(errors, Map.of("hosts", "mxHosts"));
        if (hosts != null) {
            changingHosts.change(name, domain.lock(), hosts);
        }
        describing.describe(name, domain.lock(), Objects.requireNonNull(about));
    }

    private static AboutForm form(AboutForm now, Amendment amendment) {
        return new AboutForm(
                Objects.requireNonNullElse(amendment.place(), now.place()),
                Objects.requireNonNullElse(amendment.tags(), now.tags()),
                Objects.requireNonNullElse(amendment.note(), now.note()),
                Objects.requireNonNullElse(amendment.policyHostTarget(), now.policyHostTarget()),
                Objects.requireNonNullElse(amendment.reportAddress(), now.reportAddress()),
                "");
    }
}
