package mtasts.estate;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Job;
import mtasts.job.Outcome;
import mtasts.job.Row;
import mtasts.job.Work;
import mtasts.policy.Publication;
import mtasts.policy.Publishing.Looked;
import mtasts.policy.Refusal;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.web.FindingViews;
import mtasts.web.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * One act on many domains: first it looks at what would come of each, then it does it, a hundred in a transaction, by the
 * same use case as on the page of one domain. A domain that changed after it was looked at is left as it is.
 */
abstract class BatchWork implements Work {

    static final String RESOURCE = "/api/v1/batches";

    private static final int MOST_NAMED = 3;

    private final BatchAct act;
    private final Domains domains;
    private final JsonMapper mapper;

    BatchWork(BatchAct act, Domains domains, JsonMapper mapper) {
        this.act = act;
        this.domains = domains;
        this.mapper = mapper;
    }

    /**
     * What was seen of a domain.
     *
     * @param current the number of the current version, 0 for none
     * @param draft the lock of the open draft, 0 for none
     * @param lock of the domain
     */
    record Seen(int current, int draft, int lock) {

        /** Nothing was looked at yet. */
        static final Seen NOTHING = new Seen(0, 0, 0);
    }

    /** What is known of a domain that was not named, and is left out because it is made up and others are not. */
    record LeftOut(boolean leftOut) {

        static boolean is(Row row) {
            return row.input().has("leftOut");
        }
    }

    /** What would come of each, in their order. */
    abstract List<Outcome> look(List<Domain> there, BatchOrder order);

    /** Says it of each domain with what was found out about it, in their order. */
    static <T> List<Outcome> each(List<Domain> there, List<T> found, BiFunction<Domain, T, Outcome> says) {
        return IntStream.range(0, there.size())
                .mapToObj(each -> says.apply(there.get(each), found.get(each)))
                .toList();
    }

    /** A domain that is locked, and what was seen of it. */
    record Chosen(Domain domain, Seen seen) {}

    /** Does it to those that are as they were looked at, and says of the others that they are not; in their order. */
    static List<Outcome> actUnlessOvertaken(
            List<Chosen> chosen,
            Function<List<Chosen>, List<Publication>> act,
            BiFunction<Chosen, Publication, Outcome> says) {
        var came = act.apply(chosen.stream().filter(each -> !overtaken(each)).toList())
                .iterator();
        return chosen.stream()
                .map(each -> overtaken(each) ? overtaken() : says.apply(each, came.next()))
                .toList();
    }

    static List<Looked> looked(List<Chosen> chosen) {
        return chosen.stream()
                .map(each -> new Looked(each.domain().name(), each.seen().current()))
                .toList();
    }

    /** Does it to each, in their order. */
    abstract List<Outcome> act(List<Chosen> chosen, BatchOrder order);

    @Override
    public String kind() {
        return act.kind();
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public int chunkSize() {
        return 100;
    }

    @Override
    public int judgedAtOnce() {
        return 500;
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public Optional<String> asksAt(Job job) {
        return Optional.of("/batches/" + job.id());
    }

    @Override
    public Optional<String> page(String name) {
        return DomainName.read(name).value().map(read -> "/domains/" + read.ascii());
    }

    @Override
    public List<Outcome> judge(Job job, List<Row> rows) {
        var there = domains.registered(names(meant(rows)));
        var looked = look(there, order(job));
        var outcomes = new HashMap<String, Outcome>();
        for (int i = 0; i < there.size(); i++) {
            outcomes.put(there.get(i).name().ascii(), looked.get(i));
        }
        return rows.stream()
                .map(row -> outcomes.containsKey(row.name()) ? outcomes.get(row.name()) : notThere(row))
                .toList();
    }

    @Override
    public List<Outcome> apply(Job job, List<Row> rows) {
        var there = take(names(meant(rows))).stream()
                .collect(Collectors.toMap(domain -> domain.name().ascii(), Function.identity()));
        var chosen = rows.stream()
                .filter(row -> there.containsKey(row.name()))
                .map(row -> new Chosen(Objects.requireNonNull(there.get(row.name())), seen(row)))
                .toList();
        var came = act(chosen, order(job)).iterator();
        return rows.stream()
                .map(row -> there.containsKey(row.name()) ? came.next() : notThere(row))
                .toList();
    }

    /** Those that are registered, kept from everybody else's changes. */
    List<Domain> take(List<DomainName> names) {
        return domains.lock(names);
    }

    private static List<Row> meant(List<Row> rows) {
        return rows.stream().filter(row -> !LeftOut.is(row)).toList();
    }

    private static List<DomainName> names(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> DomainName.read(row.name()).value().stream())
                .toList();
    }

    private Seen seen(Row row) {
        return mapper.treeToValue(row.input(), Seen.class);
    }

    BatchOrder order(Job job) {
        return mapper.treeToValue(job.input(), BatchOrder.class);
    }

    private static Outcome notThere(Row row) {
        if (LeftOut.is(row)) {
            return Outcome.same("left-out");
        }
        return DomainName.read(row.name()).value().isPresent()
                ? Outcome.refused("domain.unknown", Words.of("domain.api.unknown"))
                : Outcome.refused("domain.name", Words.of("estate.batch.no-name"));
    }

    /** Whether the domain is not as it was when it was looked at. */
    static boolean overtaken(Chosen chosen) {
        return chosen.domain().lock() != chosen.seen().lock();
    }

    static Outcome overtaken() {
        return Outcome.refused("domain.overtaken", Words.of("estate.batch.overtaken"));
    }

    /** What came of publishing something. */
    static Outcome outcome(Publication publication, String done) {
        if (publication instanceof Publication.Published published) {
            var version = published.version();
            return Outcome.done(done)
                    .saying(Words.of(
                            "estate.batch.version",
                            version.number(),
                            version.id().text()));
        }
        return publication instanceof Publication.AlreadyPublished
                ? Outcome.same("same")
                : refused(publication, findings(publication));
    }

    static Outcome refused(Publication publication, List<Finding> because) {
        var refusal = Refusal.of(publication);
        return Outcome.refused(refusal.code(), because.isEmpty() ? refusal.words() : because(because));
    }

    static List<Finding> findings(Publication publication) {
        return switch (publication) {
            case Publication.Invalid invalid -> invalid.findings();
            case Publication.ReasonNeeded needed -> needed.findings();
            case Publication other -> List.of();
        };
    }

    /** The first of what was found, each in a sentence. */
    static Words because(List<Finding> findings) {
        return Words.of(
                "estate.batch.because",
                findings.stream().limit(MOST_NAMED).map(FindingViews::what).toList(),
                findings.size() - Math.min(findings.size(), MOST_NAMED));
    }
}
