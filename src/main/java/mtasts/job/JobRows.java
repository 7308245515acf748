package mtasts.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs and what came of them. */
@Component
class JobRows {

    private static final int ADDED_AT_ONCE = 1_000;
    private static final int TOLD_AT_ONCE = 2_000;

    private static final String LINES =
            "select number, name, state, result, code, says from job_row where job_id = :job ";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final SaidWords saidWords;

    JobRows(JdbcClient jdbc, JsonMapper mapper, SaidWords saidWords) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.saidWords = saidWords;
    }

    /** How many rows have a result. */
    record Counted(Outcome.State state, @Nullable String result, int rows) {}

    /** Adds rows to a new job, and says how many they were. */
    int add(long job, Iterator<Jobs.Given> given) {
        int total = 0;
        while (given.hasNext()) {
            var numbers = new ArrayList<Integer>();
            var names = new ArrayList<String>();
            var inputs = new ArrayList<String>();
            while (given.hasNext() && names.size() < ADDED_AT_ONCE) {
                var row = given.next();
                numbers.add(row.number());
                names.add(row.name());
                inputs.add(mapper.writeValueAsString(row.input()));
            }
            jdbc.sql("""
                insert into job_row (job_id, number, name, input)
                select :job, number, name, input::jsonb
                from unnest(:numbers::int[], :names::text[], :inputs::text[]) as given (number, name, input)\
                """)
                    .param("job", job)
                    .param("numbers", numbers.toArray(Integer[]::new))
                    .param("names", names.toArray(String[]::new))
                    .param("inputs", inputs.toArray(String[]::new))
                    .update();
            total += names.size();
        }
        return total;
    }

    /** The next rows of this pass for which there may be something to be done. */
    List<Row> next(Job job, int most) {
        return jdbc.sql("""
            select number, name, input from job_row
            where job_id = :job and number > :position and state = 'open' order by number limit :most\
            """)
                .params(Map.of("job", job.id(), "position", job.position(), "most", most))
                .query((row, number) ->
                        new Row(row.getInt("number"), row.getString("name"), mapper.readTree(row.getString("input"))))
                .list();
    }

    void mark(Job job, List<Row> rows, List<Outcome> outcomes) {
        jdbc.sql("""
            update job_row set state = m.state, result = m.result, code = m.code, says = m.says::jsonb,
                name = coalesce(m.name, job_row.name), input = coalesce(m.seen::jsonb, job_row.input)
            from unnest(:numbers::int[], :states::text[], :results::text[], :codes::text[], :says::text[], :names::text[],
                    :seen::text[])
                as m (number, state, result, code, says, name, seen)
            where job_id = :job and job_row.number = m.number\
            """)
                .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
                .param("states", texts(outcomes, outcome -> outcome.state().text()))
                .param("results", texts(outcomes, Outcome::result))
                .param("codes", texts(outcomes, Outcome::code))
                .param("says", texts(outcomes, outcome -> saidWords.json(outcome.says())))
                .param("names", texts(outcomes, Outcome::name))
                .param("seen", texts(outcomes, this::seen))
                .param("job", job.id())
                .update();
    }

    private @Nullable String seen(Outcome outcome) {
        return outcome.seen() == null ? null : mapper.writeValueAsString(outcome.seen());
    }

    private static @Nullable String[] texts(List<Outcome> outcomes, Function<Outcome, @Nullable String> text) {
        return outcomes.stream().map(text).toArray(String[]::new);
    }

    /** Takes back what was judged of the rows that nothing was done for. */
    void forgetOpen(Job job) {
        jdbc.sql("update job_row set result = null, says = null where job_id = :job and state = 'open'")
                .param("job", job.id())
                .update();
    }

    /** How many rows have which result; what was refused first. */
    List<Counted> counts(long job) {
        return jdbc.sql("""
            select state, result, count(*) as rows from job_row where job_id = :job group by state, result
            order by array_position(array['refused', 'same', 'open', 'done'], state), result\
            """)
                .param("job", job)
                .query((row, number) -> new Counted(
                        Outcome.State.of(row.getString("state")), row.getString("result"), row.getInt("rows")))
                .list();
    }

    /**
     * A page of rows; what was refused first, then what is so already.
     *
     * @param result the only one that is meant, {@code null} for all
     */
    List<JobResults.Line> page(long job, @Nullable String result, PageRequest page) {
        return jdbc.sql(LINES + """
            and (:result::text is null or result = :result)
            order by array_position(array['refused', 'same'], state) nulls last, number limit :size offset :offset\
            """)
                .param("job", job)
                .param("result", result)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(this::line)
                .list();
    }

    List<JobResults.Group> groups(long job) {
        return jdbc.sql("""
            select state, result, code, count(*) as rows from job_row where job_id = :job group by state, result, code
            order by array_position(array['open', 'done', 'same', 'refused'], state), rows desc, result, code\
            """)
                .param("job", job)
                .query((row, number) -> new JobResults.Group(
                        Outcome.State.of(row.getString("state")),
                        row.getString("result"),
                        row.getString("code"),
                        row.getInt("rows")))
                .list();
    }

    List<JobResults.Line> page(long job, JobResults.Group group, PageRequest page) {
        return jdbc.sql(LINES + """
            and state = :state and result is not distinct from :result
            and code is not distinct from :code order by number limit :size offset :offset\
            """)
                .param("job", job)
                .param("state", group.state().text())
                .param("result", group.result(), Types.VARCHAR)
                .param("code", group.code(), Types.VARCHAR)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(this::line)
                .list();
    }

    List<JobResults.Line> done(long job, int after, int most) {
        return jdbc.sql(LINES + "and state = 'done' and number > :after order by number limit :most")
                .params(Map.of("job", job, "after", after, "most", most))
                .query(this::line)
                .list();
    }

    /** A page of rows by number. */
    List<JobResults.Line> pageByNumber(long job, PageRequest page) {
        return jdbc.sql(LINES + "order by number limit :size offset :offset")
                .params(Map.of("job", job, "size", page.size(), "offset", page.offset()))
                .query(this::line)
                .list();
    }

    /** Tells every row, by number, a few at a time. */
    void each(long job, Consumer<JobResults.Line> consumer) {
        for (int number = 0; number >= 0; ) {
            var some = after(job, number, TOLD_AT_ONCE);
            some.forEach(consumer);
            number = some.isEmpty() ? -1 : some.getLast().number();
        }
    }

    private List<JobResults.Line> after(long job, int number, int most) {
        return jdbc.sql(LINES + "and number > :number order by number limit :most")
                .params(Map.of("job", job, "number", number, "most", most))
                .query(this::line)
                .list();
    }

    private JobResults.Line line(ResultSet row, int number) throws SQLException {
        return new JobResults.Line(
                row.getInt("number"),
                row.getString("name"),
                Outcome.State.of(row.getString("state")),
                row.getString("result"),
                row.getString("code"),
                saidWords.words(row.getString("says")));
    }
}
