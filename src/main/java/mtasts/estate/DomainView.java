package mtasts.estate;

import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.policy.Draft;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Reach;
import mtasts.policy.Stage;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.web.FindingView;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.NextStep;
import mtasts.web.RecordView;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of one domain; templates know it as {@code view}.
 *
 * @param facts where it stands
 * @param step what is to be done next
 * @param current the version published last, {@code null} where there is none
 * @param live the version that is served, {@code null} where there is none
 * @param draft the open draft, {@code null} where there is none
 * @param findings about the current text, or about the draft where nothing is published
 * @param draftFindings about the draft beside a current text
 * @param text the current text, or the draft's where nothing is published; {@code null} where there is neither
 * @param records to create in DNS
 * @param heldUntil until when senders would use the current text, were it changed now
 */
record DomainView(
        Domain domain,
        StepFacts facts,
        NextStep step,
        @Nullable PolicyVersion current,
        @Nullable PolicyVersion live,
        @Nullable Draft draft,
        List<FindingView> findings,
        List<FindingView> draftFindings,
        @Nullable String text,
        List<HostRow> hosts,
        List<RecordView> records,
        @Nullable Words heldUntil) {

    public String name() {
        return domain.name().ascii();
    }

    public Stage stage() {
        return facts.stage();
    }

    /** How far the current version has come outside. */
    public Reach reach() {
        return facts.reach();
    }

    /** Whether there is any mail that a policy could protect, or a policy that senders may hold. */
    public boolean protects() {
        return published() || domain.takesMail();
    }

    /** Whether senders could ever get a version. */
    public boolean everUp() {
        return facts.fileEver();
    }

    public boolean here() {
        return domain.place() == Place.HERE;
    }

    public boolean published() {
        return current != null;
    }

    /** Whether the file of the current version is still to be put up. */
    public boolean awaitsFile() {
        return current != null && !facts.reach().fileUp();
    }

    /** Whether somebody can say that the records were created, who has not said so yet. */
    public boolean awaitsRecords() {
        boolean wanted = switch (stage()) {
            case UNPUBLISHED, TESTING, ENFORCE -> domain.takesMail() || facts.recordsEver();
            case RETIRING -> facts.recordsEver() || (current != null && current.file() == null);
            case RETIRED -> false;
        };
        return wanted
                && current != null
                && live != null
                && facts.reach().fileUp()
                && facts.missing().isEmpty()
                && (current.file() == null || !facts.reach().recordsSay(live.number()));
    }

    /** What the button says that tells that the records are there. */
    public Words recordsDone() {
        return RecordChanges.of(facts).done();
    }

    /** Whether a record is not complete yet, so that the table leaves it out. */
    public boolean lacksRecords() {
        return records.stream().anyMatch(record -> record.value() == null);
    }

    /** What senders get as long as the file of the current version is not up. */
    public Words fileMissing() {
        int number = current == null ? 0 : current.number();
        if (facts.reach().leaving()) {
            return Words.of("estate.domain.policy.leaving", number, name());
        }
        return live == null
                ? Words.of("estate.domain.policy.file-first", number)
                : Words.of("estate.domain.policy.file", number, live.number());
    }

    /** Who hands the text out. */
    public Words handedOut() {
        if (here()) {
            return Words.of("estate.domain.policy.proxy", name());
        }
        return Words.of(
                facts.reach().stillHere() ? "estate.domain.policy.still-here" : "estate.domain.policy.elsewhere",
                name());
    }

    /** The mark of a text without findings. */
    public Mark sound() {
        return Mark.OK;
    }

    /** What is said of a text without findings. */
    public Words nothingFound() {
        boolean namesNone = !domain.takesMail() || (current != null && current.mode() == Mode.NONE);
        return Words.of(namesNone ? "estate.domain.findings.none-given-up" : "estate.domain.findings.none");
    }

    /** What the text is. */
    public Words textHelp() {
        return Words.of(
                current == null
                        ? "estate.domain.policy.draft-help"
                        : current.equals(live) ? "estate.domain.policy.help" : waitingHelp());
    }

    private String waitingHelp() {
        return "estate.domain.policy." + (here() ? "arriving-help" : "waiting-help");
    }

    /** The text, line by line. */
    public Optional<Listing> listing() {
        return Optional.ofNullable(text).map(one -> Listing.of(Words.of("estate.domain.policy.text"), one));
    }

    /** Where senders fetch it. */
    public String location() {
        return Policy.location(domain.name()).toString();
    }

    /** How it is told where senders fetch it, to be broken where a browser may break it. */
    public Words served() {
        return Words.of("estate.domain.policy.served", Policy.policyHost(domain.name()));
    }

    /** Who published the current version, when and why. */
    public @Nullable Words publishedBy() {
        if (current == null) {
            return null;
        }
        var why = current.note().isEmpty() ? "by" : "by-because";
        return Words.of(
                "estate.domain.policy." + why,
                current.number(),
                Words.day(current.publishedAt()),
                current.author(),
                current.note());
    }

    /** Since when a draft waits. */
    public @Nullable Words drafted() {
        return draft == null
                ? null
                : Words.of("estate.domain.policy.draft", Words.ago(draft.savedAt()), draft.savedBy());
    }

    /** Who said that the records were created. */
    public @Nullable Words recordsBy() {
        var said = facts.reach().said();
        return said == null || live == null || awaitsFile() || !facts.reach().recordsSay(live.number())
                ? null
                : Words.of("estate.domain.records.by", said.by(), Words.day(said.at()));
    }

    private Words keepRecords() {
        return Words.of(facts.recordsEver() ? "estate.domain.records.keep" : "estate.domain.records.keep-any", name());
    }

    /** What to do with the records. */
    public Words recordsHelp() {
        if (current == null) {
            return Words.of("estate.domain.records.before", name());
        }
        if (published() && !domain.takesMail() && facts.fileEver() && stage() != Stage.RETIRED) {
            return keepRecords();
        }
        if (awaitsFile()) {
            return Words.of("estate.domain.records." + (facts.reach().leaving() ? "leave" : "file-first"), name());
        }
        if (stage() != Stage.RETIRED && !current.equals(live)) {
            return Words.of("estate.domain.records.arriving", name());
        }
        if (!facts.missing().isEmpty()) {
            return Words.of("estate.domain.records.incomplete", name());
        }
        if (stage() != Stage.RETIRED && awaitsRecords() && facts.reach().said() != null) {
            return Words.of("estate.domain.records.change", name());
        }
        return switch (stage()) {
            case UNPUBLISHED, TESTING, ENFORCE ->
                !domain.takesMail()
                        ? keepRecords()
                        : Words.of("estate.domain.records." + (recordsBy() == null ? "create" : "leave-them"), name());
            case RETIRING -> keepRecords();
            case RETIRED ->
                Words.of(
                        facts.recordsEver() ? "estate.domain.records.delete" : "estate.domain.records.delete-any",
                        name());
        };
    }
}
