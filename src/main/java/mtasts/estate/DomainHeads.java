package mtasts.estate;

import java.time.Clock;
import java.util.Map;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.policy.Drafts;
import mtasts.policy.Stage;
import mtasts.policy.StageRail;
import mtasts.policy.Timeline;
import mtasts.policy.Versions;
import mtasts.promotion.ReadinessOf;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page below {@code /domains/{name}} its {@link DomainHead}, read when the page is drawn. */
@ControllerAdvice
class DomainHeads {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final ReadinessOf readiness;
    private final Clock clock;

    DomainHeads(Domains domains, Versions versions, Drafts drafts, ReadinessOf readiness, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.readiness = readiness;
        this.clock = clock;
    }

    @ModelAttribute
    void head(@PathVariable(required = false) @Nullable Map<String, String> variables, Model model) {
        var name = variables == null ? null : variables.get("name");
        if (name != null) {
            model.addAttribute("head", new LazyContextVariable<DomainHead>() {
                @Override
                protected DomainHead loadValue() {
                    return of(domains.require(DomainName.of(name)));
                }
            });
        }
    }

    private DomainHead of(Domain domain) {
        var timeline = Timeline.of(versions.of(domain));
        var now = clock.instant();
        var stage = timeline.standing().stage(now);
        return new DomainHead(
                domain.name().ascii(),
                domain.unicode(),
                domain.tags(),
                domain.place(),
                domain.sample(),
                stage,
                stage == Stage.UNPUBLISHED && !domain.takesMail() ? null : StageRail.of(domain.name(), timeline, now),
                evidence(domain, stage),
                timeline.current().map(version -> version.number()).orElse(0),
                drafts.of(domain).isPresent());
    }

    private @Nullable Words evidence(Domain domain, Stage stage) {
        if (!domain.takesMail()) {
            return null;
        }
        return switch (stage) {
            case UNPUBLISHED, TESTING -> {
                var judged = readiness.of(domain);
                yield Words.of("estate.domain.tab.met", judged.met(), judged.total());
            }
            case ENFORCE, RETIRING, RETIRED -> null;
        };
    }
}
