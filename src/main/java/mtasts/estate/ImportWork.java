package mtasts.estate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mtasts.domain.Place;
import mtasts.domain.Providers;
import mtasts.estate.ImportJudgement.Readable;
import mtasts.estate.ImportJudgement.Refused;
import mtasts.estate.Registering.Registration;
import mtasts.job.Job;
import mtasts.job.Outcome;
import mtasts.job.Row;
import mtasts.job.Work;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Registers the domains of a table, 500 in a transaction. */
@Component
class ImportWork implements Work {

    static final String RESOURCE = "/api/v1/imports";
    static final String KIND = "import";

    private final Registering registering;
    private final Providers providers;
    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    ImportWork(Registering registering, Providers providers, JdbcClient jdbc, JsonMapper mapper) {
        this.registering = registering;
        this.providers = providers;
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /**
     * What holds for all rows.
     *
     * @param source see {@link mtasts.job.Jobs.Order}
     */
    record Input(String place, @Nullable String source) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public int chunkSize() {
        return 500;
    }

    @Override
    public int judgedAtOnce() {
        return 2_000;
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public String then() {
        return "/domains?sort=changed";
    }

    @Override
    public List<Outcome> judge(Job job, List<Row> rows) {
        var judged = read(job, rows);
        var known = known(names(judged));
        return judged.stream().map(each -> outcome(each, known)).toList();
    }

    private Outcome outcome(ImportJudgement judgement, Map<String, KnownDomain> known) {
        return switch (judgement) {
            case Refused refused -> refused(refused);
            case Readable readable -> {
                var name = readable.name();
                var domain = known.get(name);
                if (domain == null) {
                    yield Outcome.open("new").named(name).saying(readable.saying(proposed(readable)));
                }
                if (domain.sample()) {
                    yield sample(name);
                }
                yield domain.removed()
                        ? Outcome.open("again").named(name).saying(readable.saying(null))
                        : unchanged(readable, domain).named(name);
            }
        };
    }

    @Override
    public List<Outcome> apply(Job job, List<Row> rows) {
        var judged = read(job, rows);
        var registrations = new ArrayList<Registration>();
        for (var judgement : judged) {
            if (judgement instanceof Readable readable) {
                registrations.add(readable.registration());
            }
        }
        var outcomes = registering.register(registrations);
        var known = outcomes.stream().anyMatch(Registering.Outcome.Already.class::isInstance)
                ? known(names(judged))
                : Map.<String, KnownDomain>of();
        var came = outcomes.iterator();
        return judged.stream()
                .map(judgement -> switch (judgement) {
                    case Refused refused -> refused(refused);
                    case Readable readable -> outcome(readable, came.next(), known.get(readable.name()));
                })
                .toList();
    }

    private Outcome outcome(Readable readable, Registering.Outcome came, @Nullable KnownDomain known) {
        return switch (came) {
            case Registering.Outcome.Registered registered ->
                Outcome.done("registered").saying(readable.saying(proposed(readable)));
            case Registering.Outcome.Continued continued ->
                Outcome.done("continued").saying(readable.saying(null));
            case Registering.Outcome.Already already ->
                already.sample() || known == null ? sample(readable.name()) : unchanged(readable, known);
        };
    }

    private static Outcome unchanged(Readable readable, KnownDomain domain) {
        return Outcome.same("unchanged").saying(readable.saying(domain.staysThough(readable.registration())));
    }

    private static Outcome sample(String name) {
        return Outcome.refused("domain.sample", Words.of("estate.register.sample", name))
                .named(name);
    }

    private static Outcome refused(Refused refused) {
        return Outcome.refused(refused.code(), refused.why());
    }

    private Words proposed(Readable readable) {
        return ImportJudgement.proposed(readable.registration(), providers);
    }

    private List<ImportJudgement> read(Job job, List<Row> rows) {
        var place = Place.of(mapper.treeToValue(job.input(), Input.class).place());
        return rows.stream()
                .map(row -> ImportJudgement.of(mapper.treeToValue(row.input(), ImportRow.class), place))
                .toList();
    }

    private static String[] names(List<ImportJudgement> judged) {
        return judged.stream()
                .filter(Readable.class::isInstance)
                .map(judgement -> ((Readable) judgement).name())
                .toArray(String[]::new);
    }

    /** The domains of these names that are not new. */
    private Map<String, KnownDomain> known(String[] names) {
        var known = new HashMap<String, KnownDomain>();
        jdbc.sql("""
            select name, removed_at is not null as removed, sample, takes_mail,
                array(select coalesce(preference || ' ', '') || host from mx_host h where h.domain_id = d.id order by position)
                    as hosts,
                array(select tag from domain_tag t where t.domain_id = d.id order by tag) as tags
            from domain d where name = any(:names)\
            """).param("names", names).query(row -> {
            known.put(
                    row.getString("name"),
                    new KnownDomain(
                            row.getBoolean("removed"),
                            row.getBoolean("sample"),
                            row.getBoolean("takes_mail"),
                            texts(row, "hosts"),
                            texts(row, "tags")));
        });
        return known;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
