package mtasts.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mtasts.audit.AuditTrail;
import mtasts.web.Actor;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** All jobs: those under way, those that wait for a word, and what came of those that ended within the last 90 days. */
@Component
public class Jobs {

    private static final String SELECT = "select job.*, exists (select from job_cancellation c where c.job_id = job.id)"
            + " as cancel_asked from job ";
    private static final String AT_WORK = "state in ('judging', 'queued', 'running')";
    /** One that is in the way may have ended before it is found, and then another one may have begun. */
    private static final int MOST_TRIES = 5;

    private static final String NOT_ENDED = "state in ('judging', 'judged', 'queued', 'running')";

    private final JdbcClient jdbc;
    private final JobRows rows;
    private final WorkByKind works;
    private final JobTrail trail;
    private final ApplicationEventPublisher events;
    private final JsonMapper mapper;
    private final Clock clock;

    Jobs(
            JdbcClient jdbc,
            JobRows rows,
            WorkByKind works,
            JobTrail trail,
            ApplicationEventPublisher events,
            JsonMapper mapper,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.works = works;
        this.trail = trail;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param kind of a {@link Work}
     * @param key the same for two who mean the same work on the same rows, of any length: while such a job has not ended,
     *     there is no second one
     * @param input what holds for all rows, to be written as a JSON object; no secret. What it has as {@code source}, the name
     *     of the file that was sent or nothing where it was pasted, tells people one job from another
     * @param confirmed whether it goes on by itself when its rows are judged, as for a program; else a person confirms it
     */
    public record Order(String kind, String key, Object input, boolean confirmed) {}

    /**
     * A row to be worked on.
     *
     * @param number greater than that of the row before, from 1: people find the row by it
     * @param name what people know it by
     * @param input to be written as a JSON object, without NUL characters
     */
    public record Given(int number, String name, Object input) {}

    /** There is something for a worker to do. */
    record Ready() {}

    /**
     * Starts a job in the name of the one who is signed in, or finds the one that is under way with the same key. The rows
     * are read one after the other and never held together. Whether its person may is asked before, by whoever calls this.
     *
     * @return its number
     * @throws IllegalStateException when nobody is signed in
     */
    @Transactional
    public long start(Order order, Iterator<Given> given) {
        var key = hash(order.key());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var fresh = insert(order, key);
            if (fresh.isPresent()) {
                int total = fill(fresh.get(), given);
                if (order.confirmed() || !works.require(order.kind()).judges()) {
                    trail.started(fresh.get(), order.kind(), total);
                }
                return fresh.get();
            }
            var underWay = underWay(order.kind(), key);
            if (underWay.isPresent()) {
                return underWay.get();
            }
        }
        throw new ConcurrencyFailureException("jobs of kind " + order.kind() + " end as soon as they are found");
    }

    /** Empty where another one is under way. */
    private Optional<Long> insert(Order order, String key) {
        var actor = acting();
        boolean judges = works.require(order.kind()).judges();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
            insert into job (kind, key, state, confirmed, person_id, who, address, created_at, started_at, input)
            values (:kind, :key, :state, :confirmed, :person, :who, :address, :now, :started, :input::jsonb)
            on conflict (kind, key) where state in ('judging', 'judged', 'queued', 'running') do nothing returning id\
            """)
                .param("kind", order.kind())
                .param("key", key)
                .param("state", judges ? "judging" : "queued")
                .param("confirmed", order.confirmed() || !judges)
                .param("person", actor.personId())
                .param("who", actor.displayName())
                .param("address", AuditTrail.addressOf(actor), Types.VARCHAR)
                .param("now", now)
                .param("started", judges ? null : now)
                .param("input", mapper.writeValueAsString(order.input()))
                .query(Long.class)
                .optional();
    }

    private Optional<Long> underWay(String kind, String key) {
        return jdbc.sql("select id from job where kind = :kind and key = :key and " + NOT_ENDED)
                .param("kind", kind)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    private int fill(long id, Iterator<Given> given) {
        int total = rows.add(id, given);
        jdbc.sql("update job set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
        events.publishEvent(new Ready());
        return total;
    }

    /**
     * Gives a judged job the word to go on, in the name of the one who is signed in. A job that goes on already stays as it
     * is, so that two who confirm it start it once.
     */
    @Transactional
    public void confirm(long id) {
        confirm(id, null);
    }

    /**
     * The same with what its person says to it.
     *
     * @param input what holds for all rows from now on, in the stead of what was given at the start; {@code null} for that
     */
    @Transactional
    public void confirm(long id, @Nullable Object input) {
        var actor = acting();
        jdbc.sql("delete from job_cancellation where job_id = (select id from job where id = :id and state = 'judged')")
                .param("id", id)
                .update();
        int started = jdbc.sql("""
            update job set confirmed = true, state = 'queued', position = 0, started_at = :now, person_id = :person, who = :who,
                address = :address,
                input = coalesce(:input::jsonb, input)
            where id = :id and state = 'judged'\
            """)
                .param("input", input == null ? null : mapper.writeValueAsString(input), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", actor.personId())
                .param("who", actor.displayName())
                .param("address", AuditTrail.addressOf(actor), Types.VARCHAR)
                .param("id", id)
                .update();
        if (started > 0) {
            find(id).ifPresent(job -> trail.started(id, job.kind(), job.open()));
        }
        events.publishEvent(new Ready());
    }

    /** Stops a job after the chunk that it is at. What is done stays; a job that has ended stays as it is. */
    @Transactional
    public void cancel(long id) {
        int stopped = jdbc.sql("""
            insert into job_cancellation (job_id, asked_by)
            select id, :who from job where id = :id and state in ('judging', 'queued', 'running')
            on conflict (job_id) do nothing\
            """)
                .param("who", acting().displayName())
                .param("id", id)
                .update();
        if (stopped > 0) {
            find(id).ifPresent(trail::stopped);
        }
        discard(id);
        events.publishEvent(new Ready());
    }

    /**
     * Lets go what was judged and is not confirmed; any other job stays as it is.
     *
     * @return whether it was let go
     */
    @Transactional
    public boolean discard(long id) {
        return jdbc.sql("update job set state = 'cancelled', ended_at = :now where id = :id and state = 'judged'")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Lets go what the one who is signed in had judged before a moment, of these kinds, and did not confirm. */
    @Transactional
    public void discard(Collection<String> kinds, Instant before) {
        jdbc.sql("""
            update job set state = 'cancelled', ended_at = :now
            where state = 'judged' and person_id = :person and kind = any(:kinds) and created_at < :before\
            """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", acting().personId())
                .param("kinds", kinds.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Job> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The job of that number, where it is of that kind. */
    public Optional<Job> find(long id, String kind) {
        return find(id).filter(job -> job.kind().equals(kind));
    }

    /** Those that a worker goes on with, or that wait for a person's word; the latest first, at most ten. */
    public List<Job> notEnded() {
        return jdbc.sql(SELECT + "where " + NOT_ENDED + " order by created_at desc, id desc limit 10")
                .query(this::read)
                .list();
    }

    List<Job> page(PageRequest page) {
        return jdbc.sql(SELECT + "order by created_at desc, id desc limit :size offset :offset")
                .params(Map.of("size", page.size(), "offset", page.offset()))
                .query(this::read)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from job").query(Long.class).single();
    }

    /**
     * The job whose turn it is, kept from all other workers until the transaction ends: a worker that dies loses its
     * connection, and with it the job.
     *
     * @param only the one that is meant, {@code null} for any
     */
    Optional<Job> claim(@Nullable Long only) {
        var meant = only == null ? "" : " and id = " + only;
        return jdbc.sql(SELECT + "where " + AT_WORK + meant
                        + " order by turn limit 1 for no key update of job skip locked")
                .query(this::read)
                .optional();
    }

    /** Notes how far it has come; the next turn is another job's, if there is one. */
    void advance(Job job, JobState state, int position, int done, int refused) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            update job set state = :state, position = :position, done = done + :done, refused = refused + :refused,
                started_at = coalesce(started_at, :started), ended_at = :ended, turn = clock_timestamp() where id = :id\
            """)
                .param("state", state.text())
                .param("position", position)
                .param("done", done)
                .param("refused", refused)
                .param("started", state == JobState.QUEUED ? now : null)
                .param("ended", state.ended() ? now : null)
                .param("id", job.id())
                .update();
        if (state.ended()) {
            trail.ended(job, job.done() + done, job.refused() + refused);
        }
    }

    private Job read(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                JobState.of(row.getString("state")),
                row.getBoolean("confirmed"),
                row.getBoolean("cancel_asked"),
                row.getLong("person_id"),
                row.getString("who"),
                row.getString("address"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getInt("total"),
                row.getInt("position"),
                row.getInt("done"),
                row.getInt("refused"),
                mapper.readTree(row.getString("input")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Actor acting() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("a job is started by somebody");
    }

    private static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
