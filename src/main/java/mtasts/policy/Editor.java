package mtasts.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mtasts.domain.Domain;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.web.DiffLine;
import mtasts.web.FindingView;
import mtasts.web.FindingViews;
import mtasts.web.FreeText;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The editor with what stands in its form, judged; templates know it as {@code editor}. What is judged while typing and
 * what a save returns is the same.
 */
final class Editor {

    /** The lines of a policy before the first {@code mx}. */
    private static final int LINES_BEFORE = 2;

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::place);

    private final Domain domain;
    private final Timeline timeline;
    private final @Nullable PolicyVersion current;
    private final @Nullable Draft draft;
    private final PolicyForm form;
    private final Typed typed;
    private final Judgement judgement;
    private final List<String> lines;
    private final Effects effects;

    Editor(Domain domain, List<PolicyVersion> versions, Optional<Draft> draft, PolicyForm form, Instant now) {
        this.domain = domain;
        this.timeline = Timeline.of(versions);
        this.current = timeline.current().orElse(null);
        this.draft = draft.orElse(null);
        this.form = form;
        this.typed = form.typed();
        this.judgement = Judgement.of(typed, timeline.current(), domain.hostNames());
        this.lines = judgement.text().lines().toList();
        this.effects = Effects.of(domain, timeline, typed, now);
    }

    public DomainName name() {
        return domain.name();
    }

    public PolicyForm form() {
        return form;
    }

    /** The number that it would be published under. */
    public int next() {
        return current == null ? 1 : current.number() + 1;
    }

    /** The mode that it takes. */
    public Mode mode() {
        return Draft.mode(timeline.current());
    }

    /** The current version's mode; {@code null} when nothing was ever published. */
    public @Nullable Mode published() {
        return current == null ? null : current.mode();
    }

    public List<ModeChoice> modes() {
        return ModeChoice.of(domain.name(), mode(), published());
    }

    /** Where those who know better go to enforce without two weeks of testing. */
    public Words atOnce() {
        return Words.of(
                "policy.mode.at-once.what",
                Words.link("/domains/" + domain.name().ascii() + "/promote", "policy.mode.at-once.link"));
    }

    /** Whether a draft is open, which could be discarded. */
    public boolean draftOpen() {
        return draft != null;
    }

    /** Whether its text is the current version's: then publishing would do nothing. */
    public boolean same() {
        return current != null && current.text().equals(judgement.text());
    }

    /** What is being written. */
    public Words heading() {
        return draft == null && current != null
                ? Words.of("policy.editor.heading.none")
                : Words.of("policy.editor.heading", next());
    }

    /** Whose values these are, and what senders have. */
    public Words lead() {
        if (draft != null) {
            return current == null
                    ? Words.of("policy.editor.lead.first", Words.ago(draft.savedAt()), draft.savedBy())
                    : Words.of(
                            "policy.editor.lead.draft", Words.ago(draft.savedAt()), draft.savedBy(), current.number());
        }
        return current == null
                ? Words.of("policy.editor.lead.nothing")
                : Words.of("policy.editor.lead.published", current.number());
    }

    /** The lines of the form; one with nothing in it where there is none. */
    public List<MxRow> rows() {
        var rows = new ArrayList<MxRow>();
        int line = LINES_BEFORE;
        for (var value : form.mx().isEmpty() ? List.of("") : form.mx()) {
            if (value.isBlank()) {
                rows.add(MxRow.blank(rows.size()));
            } else {
                line++;
                rows.add(MxRow.judged(rows.size(), value, lines.get(line - 1), findingsOf(line), domain.hostNames()));
            }
        }
        return rows;
    }

    /** The registered MX hosts that no line covers, nor would once the lines are written as is proposed beside them. */
    public List<DomainName> uncovered() {
        var mended = rows().stream()
                .filter(MxRow::bad)
                .flatMap(row -> Stream.ofNullable(row.mend()))
                .flatMap(line -> MxPattern.read(line).value().stream())
                .toList();
        return typed.uncovered(domain.hostNames()).stream()
                .filter(host -> mended.stream().noneMatch(pattern -> pattern.matches(host)))
                .toList();
    }

    public AgeField age() {
        return AgeField.judged(form.maxAge(), lines.getLast(), findingsOf(lines.size()), mode());
    }

    /** What is to be said against the note. */
    public @Nullable Words noteObjection() {
        return FreeText.objection(form.note()).orElse(null);
    }

    /** What is to be said against the reason. */
    public @Nullable Words reasonObjection() {
        return FreeText.objection(form.reason()).orElse(null);
    }

    public Listing listing() {
        var listing = Listing.of(Words.of("policy.editor.text"), judgement.text());
        for (var finding : judgement.findings().stream().sorted(WORST_FIRST).toList()) {
            var place = finding.place();
            listing = listing.marked(
                    place.line(), place.column(), place.column() + place.length(), Mark.of(finding.severity()));
        }
        return listing;
    }

    /** Lines, line ends and octets. */
    public Words size() {
        var octets = judgement.text().getBytes(StandardCharsets.UTF_8).length;
        return Words.of("policy.editor.size", lines.size(), octets);
    }

    public List<FindingView> findings() {
        return FindingViews.of(judgement.findings().stream().sorted(WORST_FIRST).toList());
    }

    /** The version that the difference leads from, {@code null} where there is none. */
    public @Nullable Integer comparedWith() {
        return current == null || same() ? null : current.number();
    }

    public List<DiffLine> difference() {
        return current == null
                ? List.of()
                : Difference.between(current.text(), judgement.text()).lines();
    }

    public Effects effects() {
        return effects;
    }

    /** Whether a reason must be given. */
    public boolean dangerous() {
        return judgement.invalid().isEmpty() && !judgement.danger().isEmpty();
    }

    /** Why it cannot be published as it stands, {@code null} where it can. */
    public @Nullable Words blocked() {
        if (form.tooLong()) {
            return Words.of("policy.blocked.many", PolicyForm.MOST_LINES);
        }
        if (!judgement.invalid().isEmpty()) {
            var line = judgement.invalid().getFirst().place().line();
            return line == 0 ? Words.of("policy.blocked.missing") : Words.of("policy.blocked.invalid", line);
        }
        return current != null && same()
                ? Words.of(draft == null ? "policy.blocked.same" : "policy.blocked.same-draft", current.number())
                : null;
    }

    /** What keeps it from being saved, {@code null} where nothing does. */
    public @Nullable Fault unsaved() {
        if (form.tooLong()) {
            return new Fault("mx1", Words.of("policy.blocked.many", PolicyForm.MOST_LINES));
        }
        var note = noteObjection();
        var reason = reasonObjection();
        return note != null ? new Fault("note", note) : reason != null ? new Fault("reason", reason) : null;
    }

    /** What keeps it from being published, {@code null} where nothing does but what was given as reason. */
    public @Nullable Fault unpublished() {
        var blocked = blocked();
        if (blocked != null) {
            return new Fault(wrongField(), blocked);
        }
        return dangerous() ? new Fault("reason", Words.of("policy.reason.missing")) : null;
    }

    private String wrongField() {
        return rows().stream()
                .filter(MxRow::bad)
                .findFirst()
                .map(row -> "mx" + (row.place() + 1))
                .orElse(age().bad() ? "age" : "mx1");
    }

    private List<Finding> findingsOf(int line) {
        return judgement.findings().stream()
                .filter(finding -> finding.place().line() == line)
                .sorted(WORST_FIRST)
                .toList();
    }
}
