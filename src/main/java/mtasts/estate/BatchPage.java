package mtasts.estate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mtasts.job.Job;
import mtasts.job.JobResults.Group;
import mtasts.job.JobResults.Line;
import mtasts.job.Outcome;
import mtasts.rfc8461.MaxAge;
import mtasts.web.Address;
import mtasts.web.Glyph;
import mtasts.web.Mark;
import mtasts.web.PageRequest;
import mtasts.web.Paging;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a batch, before it is confirmed.
 *
 * @param groups of domains of which the same is said
 * @param go how many go as they are
 * @param lacking how many go only with a reason
 * @param shown the group whose domains are shown, {@code null} for none
 */
record BatchPage(
        Job job,
        BatchAct act,
        List<Shown> groups,
        int go,
        int lacking,
        @Nullable Shown shown,
        List<Line> lines,
        Paging paging) {

    private static final Set<String> WANT_A_REASON =
            Set.of("begins-danger", "testing-danger", "enforce-danger", "early", "danger", "danger-early");

    /** A group, and where its domains are shown. */
    record Shown(Group group, Mark mark, Words say, String href) {}

    static BatchPage of(
            Job job, BatchAct act, List<Group> groups, @Nullable Group shown, List<Line> lines, PageRequest page) {
        var all = groups.stream().map(group -> shown(job, act, group)).toList();
        return new BatchPage(
                job,
                act,
                all,
                sum(groups, false),
                sum(groups, true),
                all.stream()
                        .filter(each -> each.group().equals(shown))
                        .findFirst()
                        .orElse(null),
                lines,
                Paging.of(page, shown == null ? 0 : shown.rows(), address(job, shown)));
    }

    private static Shown shown(Job job, BatchAct act, Group group) {
        var key = group.code() == null ? act.text() + "." + group.result() : "code." + group.code();
        return new Shown(
                group,
                wantsReason(group)
                        ? Mark.DANGER
                        : group.state() == Outcome.State.OPEN
                                ? Mark.OK
                                : group.state().mark(),
                Words.of("estate.batch." + key, group.rows()),
                address(job, group).href());
    }

    private static Address address(Job job, @Nullable Group group) {
        var address = Address.of("/batches/" + job.id());
        return group == null ? address : address.with("result", group.result()).with("code", group.code());
    }

    private static boolean wantsReason(Group group) {
        return WANT_A_REASON.contains(Objects.requireNonNullElse(group.result(), ""));
    }

    private static int sum(List<Group> groups, boolean lacking) {
        return groups.stream()
                .filter(group -> group.state() == Outcome.State.OPEN && wantsReason(group) == lacking)
                .mapToInt(Group::rows)
                .sum();
    }

    private int refused() {
        return groups.stream()
                .map(Shown::group)
                .filter(group -> group.state() == Outcome.State.REFUSED)
                .mapToInt(Group::rows)
                .sum();
    }

    /** What can be chosen for {@code max_age} in the stead of what is proposed for each. */
    public List<MaxAge> lengths() {
        return MaxAge.OFFERED;
    }

    /** Whether there is anything to be confirmed. */
    public boolean possible() {
        return go + lacking > 0;
    }

    public Words title() {
        return job.title();
    }

    /** What goes, what goes with a reason, what stays and what is refused, in one sentence. */
    public Words summary() {
        return Words.of("estate.batch.summary", go, lacking, job.total() - go - lacking - refused(), refused());
    }

    public Words confirm() {
        int first = go == 0 ? lacking : go;
        var words = Words.of("estate.batch.confirm." + act.text(), first);
        return first < go + lacking ? Words.of("estate.batch.confirm.or", words, go + lacking) : words;
    }

    /** The stage that mail of most of them is in today. */
    public Glyph from() {
        return act == BatchAct.TESTING ? Glyph.ENFORCE : act == BatchAct.PROMOTE ? Glyph.TESTING : Glyph.UNPUBLISHED;
    }

    /** The stage that it is in afterwards. */
    public Glyph to() {
        return act == BatchAct.PROMOTE ? Glyph.ENFORCE : Glyph.TESTING;
    }

    /** Whether it takes mail from one stage to another. */
    public boolean moves() {
        return act == BatchAct.PROMOTE
                || act == BatchAct.TESTING
                || groups.stream()
                        .anyMatch(each -> String.valueOf(each.group().result()).startsWith("begins"));
    }
}
