package mtasts.promotion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Timeline;
import mtasts.policy.Versions;
import mtasts.policy.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The readiness of a registered domain, as it stands now. */
@Component
public class ReadinessOf {

    private final Versions versions;
    private final Drafts drafts;
    private final Clock clock;

    ReadinessOf(Versions versions, Drafts drafts, Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Before anybody gave a word: so it is never ready, at best only the word is missing. */
    public Readiness of(Domain domain) {
        var current = versions.current(domain);
        return of(domain, null, candidate(domain, current));
    }

    /** With a word, as {@link #of(Domain)}. */
    public Readiness of(Domain domain, Word word) {
        return of(domain, word, candidate(domain, versions.current(domain)));
    }

    /** With a word, of what would be published. */
    Readiness of(Domain domain, @Nullable Word word, Optional<Candidate> candidate) {
        return of(domain, versions.of(domain), word, candidate);
    }

    /** @param all of its versions, newest first */
    Readiness of(Domain domain, List<PolicyVersion> all, @Nullable Word word, Optional<Candidate> candidate) {
        var timeline = Timeline.of(all);
        var evidence = new Evidence(
                clock.instant(),
                domain.name().ascii(),
                timeline.testingSince(),
                timeline.evidenceWindowSince(),
                candidate.orElse(null),
                domain.takesMail(),
                domain.hostNames(),
                word);
        return Readiness.of(evidence);
    }

    /** What promoting would publish: of the current version, and of the draft where nothing was ever published. */
    Optional<Candidate> candidate(Domain domain, Optional<PolicyVersion> current) {
        return current.isPresent()
                ? current.map(version -> Candidate.of(version, domain.hostNames()))
                : drafts.of(domain).map(draft -> Candidate.of(draft, domain.hostNames()));
    }
}
