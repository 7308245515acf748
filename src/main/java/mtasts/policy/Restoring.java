package mtasts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.PolicyCode;
import mtasts.rfc8461.PolicyReader;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Going back to what a version said: as a draft, so that nothing changes for senders until it is published. */
@Component
public class Restoring {

    /** So many lines are named. */
    private static final int MOST_LOST = 20;

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Drafting drafting;

    Restoring(Domains domains, Versions versions, Drafts drafts, Drafting drafting) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.drafting = drafting;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The draft says what the version says, but for what a draft cannot hold. */
        record Restored(Draft draft, List<Words> lost) implements Outcome {}

        /** The version says what the current one says: no draft is open now. */
        record Same() implements Outcome {}

        /** There is another draft than the one that was to be replaced. */
        record Changed(@Nullable Draft draft) implements Outcome {}

        /** There is no such version. */
        record NoSuchVersion() implements Outcome {}
    }

    /**
     * Copies the patterns and the length of time of a version into the draft. The mode stays the current one.
     *
     * @param lock of the draft that may be replaced, {@code null} where none was open
     */
    @Transactional
    public Outcome restore(DomainName name, int number, @Nullable Integer lock) {
        var domain = domains.lock(name);
        var version = versions.find(domain, number).orElse(null);
        if (version == null) {
            return new Outcome.NoSuchVersion();
        }
        var open = drafts.of(domain);
        if (!open.map(Draft::lock).equals(Optional.ofNullable(lock))) {
            return new Outcome.Changed(open.orElse(null));
        }
        return drafting.put(domain, versions.current(domain), Typed.of(version.policy()))
                .<Outcome>map(draft -> new Outcome.Restored(draft, lost(version)))
                .orElseGet(Outcome.Same::new);
    }

    /** What a version's text has that a draft cannot hold, each named. */
    static List<Words> lost(PolicyVersion version) {
        var text = version.text();
        var lost = new ArrayList<Words>();
        var lines = text.lines().toList();
        PolicyReader.read(text).findings().stream()
                .filter(finding -> finding.code() == PolicyCode.UNKNOWN || finding.code() == PolicyCode.DUPLICATE)
                .map(finding -> lines.get(finding.place().line() - 1))
                .distinct()
                .limit(MOST_LOST)
                .map(line -> Words.of("policy.lost.line", line.strip()))
                .forEach(lost::add);
        if (text.replace("\r\n", "").contains("\n") || !text.endsWith("\n")) {
            lost.add(Words.of("policy.lost.line-ends"));
        }
        return lost;
    }
}
