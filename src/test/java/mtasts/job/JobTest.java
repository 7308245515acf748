package mtasts.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.job.Jobs.Given;
import mtasts.job.Jobs.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@ApplicationTest
class JobTest {

    @Autowired
    Jobs jobs;

    @Autowired
    JobRows rows;

    @Autowired
    JobWorker worker;

    @Autowired
    JobUpkeep upkeep;

    @Autowired
    TestWork work;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void adaIsSignedIn() {
        work.forget();
        as(1, "Ada");
    }

    @AfterEach
    void nobodyIs() {
        SecurityContextHolder.clearContext();
    }

    private static void as(long person, String name) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new JobActor(person, name, null)));
    }

    private long start(String key, boolean confirmed, String... names) {
        var given = IntStream.range(0, names.length)
                .mapToObj(i -> new Given(i + 1, names[i], Map.of()))
                .iterator();
        return jobs.start(new Order("test", key, Map.of("key", key), confirmed), given);
    }

    private Job until(long id, JobState state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jobs.find(id).filter(job -> job.state() == state).isPresent());
        return jobs.find(id).orElseThrow();
    }

    private static String[] names(String stem, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> stem + n).toArray(String[]::new);
    }

    private static String[] with(String[] names, String... more) {
        return Stream.concat(Arrays.stream(names), Arrays.stream(more)).toArray(String[]::new);
    }

    /** What was done, by whom; each time that it was. */
    private List<String> done() {
        return jdbc.sql("select who || ' ' || subject as line from audit_entry where action = 'test.done' order by id")
                .query((row, number) -> row.getString("line"))
                .list();
    }

    private List<String> results(long id) {
        var results = new java.util.ArrayList<String>();
        rows.each(
                id, row -> results.add(row.name() + " " + row.result() + (row.code() == null ? "" : " " + row.code())));
        return results;
    }

    @Test
    void nothingIsDoneBeforeItIsConfirmedAndThenEveryRowOnceInTheNameOfWhoConfirmed() {
        var names = with(names("row", 35), "no1", "same1");
        var id = start("a", false, names);
        var judged = until(id, JobState.JUDGED);
        assertThat(done()).isEmpty();
        assertThat(List.of(judged.total(), judged.open(), judged.done(), judged.refused()))
                .containsExactly(37, 35, 1, 1);
        as(2, "Bob");
        jobs.confirm(id);
        var ended = until(id, JobState.DONE);
        assertThat(done())
                .containsExactlyElementsOf(Arrays.stream(names("Bob row", 35)).toList());
        assertThat(List.of(ended.total(), ended.open(), ended.done(), ended.refused()))
                .containsExactly(37, 0, 36, 1);
        assertThat(results(id)).contains("row1 done", "no1 refused test.no", "same1 same");
        assertThat(rows.counts(id))
                .extracting(count -> count.result() + " " + count.rows())
                .containsExactly("refused 1", "same 1", "done 35");
    }

    @Test
    void whatIsConfirmedAtTheStartGoesOnByItself() {
        var id = start("a", true, "row1", "no1");
        assertThat(until(id, JobState.DONE).refused()).isOne();
        assertThat(done()).containsExactly("Ada row1");
        assertThat(until(start("b", true), JobState.DONE).total()).isZero();
    }

    @Test
    void theSameIsStartedOnceAsLongAsItHasNotEnded() throws Exception {
        work.gate.release();
        var together = new CountDownLatch(2);
        long id;
        try (var tabs = Executors.newFixedThreadPool(2)) {
            var both = tabs.invokeAll(Collections.<Callable<Long>>nCopies(2, () -> {
                as(1, "Ada");
                together.countDown();
                together.await();
                return start("a", false, names("row", 2_500));
            }));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
            id = both.getFirst().get();
        }
        until(id, JobState.JUDGED);
        jobs.confirm(id);
        jobs.confirm(id);
        until(id, JobState.DONE);
        assertThat(done()).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(jobs.count()).isOne();
        assertThat(start("a", false, "row1")).isNotEqualTo(id);
    }

    @Test
    void aRowThatCannotBeWorkedOnIsRefusedAloneAndTheOthersAreDoneOnce() {
        var id = start("a", true, with(names("row", 14), "bad1", "row15", "bad2"));
        var job = until(id, JobState.DONE);
        assertThat(List.of(job.done(), job.refused())).containsExactly(15, 2);
        assertThat(done())
                .containsExactlyElementsOf(Arrays.stream(names("Ada row", 15)).toList());
        assertThat(results(id)).contains("bad1 refused job.failed", "bad2 refused job.failed", "row15 done");
    }

    @Test
    void aWorkerThatLosesItsConnectionLeavesNothingByHalfAndNothingOut() {
        var id = start("a", true, with(names("row", 4), "cut1", "row5"));
        assertThat(until(id, JobState.DONE).refused()).isZero();
        assertThat(done()).hasSize(6).doesNotHaveDuplicates();
    }

    private List<String> trail(long id) {
        return jdbc.sql("select concat_ws(' ', who, action, after) as line from audit_entry where subject = :job order"
                        + " by id")
                .param("job", "/jobs/" + id)
                .query((row, number) -> row.getString("line"))
                .list();
    }

    @Test
    void theTrailSaysWhoStartedItAndWhatCameOfIt() {
        var id = start("a", false, "row1", "no1", "bad1", "same1");
        until(id, JobState.JUDGED);
        assertThat(trail(id)).isEmpty();
        as(2, "Bob");
        jobs.confirm(id);
        jobs.confirm(id);
        until(id, JobState.DONE);
        assertThat(trail(id))
                .containsExactly(
                        "Bob job.started {\"job\": \"test\", \"rows\": 2}",
                        "Bob job.ended {\"job\": \"test\", \"rows-done\": 2, \"rows-refused\": 2}");
    }

    @Test
    void theTrailSaysWhoStoppedIt() {
        var id = start("a", true, with(new String[] {"gate"}, names("row", 30)));
        work.atGate.acquireUninterruptibly();
        as(2, "Bob");
        jobs.cancel(id);
        jobs.cancel(id);
        work.gate.release();
        until(id, JobState.CANCELLED);
        assertThat(trail(id))
                .containsExactly(
                        "Ada job.started {\"job\": \"test\", \"rows\": 31}",
                        "Bob job.stopped {\"job\": \"test\"}",
                        "Ada job.ended {\"job\": \"test\", \"rows-done\": 10, \"rows-left\": 21, \"rows-refused\": 0}");
        var discarded = start("b", false, "row1");
        until(discarded, JobState.JUDGED);
        jobs.cancel(discarded);
        assertThat(trail(discarded)).isEmpty();
    }

    @Test
    void cancellingKeepsWhatIsDone() {
        var id = start("a", true, with(names("row", 10), with(new String[] {"gate1"}, names("more", 30))));
        work.atGate.acquireUninterruptibly();
        jobs.cancel(id);
        assertThat(jobs.find(id).orElseThrow().cancelAsked()).isTrue();
        work.gate.release();
        var job = until(id, JobState.CANCELLED);
        assertThat(done()).hasSize(20);
        assertThat(List.of(job.total(), job.done(), job.open())).containsExactly(41, 20, 21);
        assertThat(job.endedAt()).isNotNull();
        assertThat(rows.counts(id))
                .extracting(JobRows.Counted::result)
                .as("what was not come to is not called by what was to be done")
                .containsExactlyInAnyOrder(null, "done");
        jobs.confirm(id);
        jobs.cancel(id);
        assertThat(jobs.find(id)).contains(job);
    }

    @Test
    void whatIsJudgedCanBeDiscardedAndIsForgottenAfterADay() {
        var discarded = start("a", false, "row1");
        until(discarded, JobState.JUDGED);
        jobs.cancel(discarded);
        assertThat(jobs.find(discarded).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        var forgotten = start("b", false, "row1");
        until(forgotten, JobState.JUDGED);
        upkeep.forget();
        assertThat(jobs.find(forgotten)).isPresent();
        jdbc.sql("update job set turn = turn - interval '25 hours'").update();
        upkeep.forget();
        assertThat(jobs.find(forgotten)).isEmpty();
        assertThat(jobs.find(discarded)).isPresent();
        assertThat(done()).isEmpty();
    }

    @Test
    void aStopLetsTheChunkEndAndAStartGoesOn() {
        var id = start("a", true, with(names("row", 10), with(new String[] {"gate1"}, names("more", 30))));
        work.atGate.acquireUninterruptibly();
        var stopping = Thread.ofPlatform().start(worker::stop);
        await().until(() -> !worker.isRunning());
        work.gate.release();
        await().until(() -> !stopping.isAlive());
        assertThat(done()).hasSize(20);
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        worker.start();
        until(id, JobState.DONE);
        assertThat(done()).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    void workOfAnUnknownKindFails() {
        var id = jdbc.sql("""
            insert into job (kind, key, state, confirmed, person_id, who, created_at, total, input)
            values ('gone', 'a', 'queued', true, 1, 'Ada', now(), 1, '{}') returning id\
            """).query(Long.class).single();
        assertThat(until(id, JobState.FAILED).open()).isOne();
    }
}
