package mtasts.estate;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import mtasts.domain.Domain;
import mtasts.export.DnsRecord;
import mtasts.export.DnsRecords;
import mtasts.policy.Draft;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyFindings;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Stage;
import mtasts.policy.Timeline;
import mtasts.policy.Versions;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Mode;
import mtasts.web.FindingView;
import mtasts.web.FindingViews;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one domain together. */
@Component
class DomainPage {

    private final Versions versions;
    private final Drafts drafts;
    private final PolicyFindings findings;
    private final Steps steps;
    private final Clock clock;

    DomainPage(Versions versions, Drafts drafts, PolicyFindings findings, Steps steps, Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.findings = findings;
        this.steps = steps;
        this.clock = clock;
    }

    DomainView of(Domain domain) {
        var timeline = Timeline.of(versions.of(domain));
        var current = timeline.current().orElse(null);
        var live = timeline.live(clock.instant()).orElse(null);
        var draft = drafts.of(domain).orElse(null);
        var text = text(current, draft);
        var facts = Objects.requireNonNull(steps.facts(List.of(domain.id())).get(domain.id()));
        return new DomainView(
                domain,
                facts,
                StepView.of(facts).shown(),
                current,
                live,
                draft,
                worstFirst(current == null ? findings.draft(domain) : findings.current(domain)),
                current == null ? List.of() : worstFirst(findings.draft(domain)),
                text,
                HostRow.of(domain, text),
                DnsRecords.of(domain, current, live, facts.reach()).stream()
                        .map(facts.stage() == Stage.RETIRED ? DnsRecord::viewAlone : DnsRecord::view)
                        .toList(),
                held(live, clock.instant()));
    }

    private static List<FindingView> worstFirst(List<Finding> findings) {
        return FindingViews.of(findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList());
    }

    private static @Nullable String text(@Nullable PolicyVersion current, @Nullable Draft draft) {
        if (current != null) {
            return current.text();
        }
        return draft == null ? null : draft.typed().text(Mode.TESTING);
    }

    /** For how long senders keep what is served now. */
    private static @Nullable Words held(@Nullable PolicyVersion live, Instant now) {
        if (live == null || live.mode() == Mode.NONE) {
            return null;
        }
        var age = live.maxAge().duration();
        return Words.of("estate.domain.policy.held", age, Words.day(now.plus(age)));
    }
}
