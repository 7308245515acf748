package mtasts.job;

import java.util.List;
import java.util.Optional;
import mtasts.web.Action;

/**
 * A kind of job. To add one, write a bean that implements this, and messages for it:
 *
 * <ul>
 *   <li>{@code job.<kind>.title}: what the job is, such as <i>Import of 42 domains</i>; {@code {0}} is the number of rows
 *   <li>{@code job.<kind>.result.<result>} for each result that an {@link Outcome} names, {@code refused} among them
 *   <li>where it {@linkplain #judges() judges}: {@code job.<kind>.judged}, what will happen, and {@code job.<kind>.confirm},
 *       the button; {@code {0}} is the number of rows for which there is something to be done
 *   <li>{@code job.<kind>.then} and {@code job.<kind>.then.act}: what to do next, and the link to {@link #then()}
 * </ul>
 *
 * Then {@link Jobs#start} starts it, and {@code /jobs/<id>} shows its progress and its result.
 *
 * <p>The rows come in chunks, each in one transaction that also keeps what came of them: after a crash none is done twice and
 * none is left out. Whatever the methods do belongs into that transaction ({@code Propagation.REQUIRED}), which must see no
 * network and no other thread. They run with the person who started the job as the one who acts, so that the audit trail
 * names that person; there is no request and no reader's language.
 *
 * <p>When a chunk throws, it is undone and its rows are tried one by one, each alone in its transaction; a row that throws
 * alone is refused with the code {@code job.failed} and the job goes on. What can be expected is an {@link Outcome}, never an
 * exception: an exception of one row costs its whole chunk a second try.
 *
 * <p>Rows of one job are worked on one chunk after the other; other jobs get their turn in between, and may run on other
 * nodes at the same time. Rows may have become something else between judging and working: judge again.
 */
public interface Work {

    /** Stable, lower-case letters and hyphens: stands in the database and in message keys. */
    String kind();

    /** The address below which programs ask for its jobs, such as {@code /api/v1/imports}. */
    String resource();

    /** The most rows in one transaction, 1 to 2,000: what takes about a second or less. */
    int chunkSize();

    /** The most rows that are judged in one transaction, likewise. */
    default int judgedAtOnce() {
        return chunkSize();
    }

    /** Whether rows are looked at before the job is confirmed; else it begins to work at once. */
    default boolean judges() {
        return false;
    }

    /**
     * Says what would come of the rows, and changes nothing.
     *
     * @param rows by number, at least one
     * @return one for each row, in their order: {@link Outcome.State#OPEN} where there is something to be done, else why not
     */
    default List<Outcome> judge(Job job, List<Row> rows) {
        throw new UnsupportedOperationException(kind() + " does not judge");
    }

    /**
     * Does the work.
     *
     * @param rows by number, at least one; of a job that was judged, those only for which there is something to be done
     * @return one for each row, in their order; none of them {@link Outcome.State#OPEN}
     */
    List<Outcome> apply(Job job, List<Row> rows);

    /**
     * The page that shows what would come of a judged job and asks for what is needed to confirm it; empty where the page of
     * the job will do.
     */
    default Optional<String> asksAt(Job job) {
        return Optional.empty();
    }

    /** The page about what a row stands for; empty where there is none. */
    default Optional<String> page(String name) {
        return Optional.empty();
    }

    /** What can be taken from the page of a job that has ended. */
    default List<Action> offers(Job job) {
        return List.of();
    }

    /** The page to go to when it has ended. */
    default String then() {
        return "/domains";
    }
}
