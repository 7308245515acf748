package mtasts.estate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mtasts.web.Action;
import mtasts.web.Address;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The most urgent thing over all domains: MX hosts that no policy covers, mail held back first, then danger in enforce, then whatever comes first in the order
 * below among the domains that are due and those that changed last. Looking at more would cost more with every domain.
 */
@Component
class EstateStep {

    private static final Set<Step> HELD = EnumSet.of(Step.PUBLISH_COVER_NOW, Step.COVER_NOW);
    private static final Set<Step> DUE_ONES = EnumSet.of(Step.PROMOTE, Step.PROMOTE_OVERDUE);

    /** The steps that ask for something, the most pressing first. */
    private static final List<Set<Step>> ORDER = List.of(
            HELD,
            EnumSet.of(Step.PUBLISH_COVER, Step.COVER),
            EnumSet.of(Step.PUT_FILE_UP, Step.PUT_FILE_THERE),
            EnumSet.of(Step.POINT_HERE),
            EnumSet.of(Step.UPDATE_RECORD, Step.CHANGE_RECORDS),
            EnumSet.of(Step.SET_VALUES),
            EnumSet.of(Step.CREATE_RECORDS, Step.ADD_RECORDS),
            EnumSet.of(Step.MEND, Step.RETIRE),
            DUE_ONES,
            EnumSet.of(Step.PUBLISH),
            EnumSet.of(Step.MEND_DRAFT, Step.COVER_IN_DRAFT),
            EnumSet.of(Step.WRITE, Step.NAME_HOSTS),
            EnumSet.of(Step.CLEAN_UP, Step.REMOVE, Step.REMOVE_NEVER_UP));

    private static final int LOOKED_AT = 200;
    private static final int MOST_NAMED = 3;

    private static final String UNCOVERED = """
        select id from domain where removed_at is null and (:samples or not sample) and worst_severity >= 4
        order by worst_severity desc, due_at, name limit %d\
        """.formatted(LOOKED_AT);

    private static final String IN_DANGER = """
        select id from domain where removed_at is null and (:samples or not sample) and mode = 'enforce' and worst_severity >= 2
        order by worst_severity desc, due_at, name limit %d\
        """.formatted(LOOKED_AT);

    private static final String DUE = """
        select id from domain where removed_at is null and (:samples or not sample) and mode = 'testing' and takes_mail and due_at <= :now order by due_at limit %d\
        """.formatted(LOOKED_AT);

    private static final String LATEST = """
        select id from domain where removed_at is null and (:samples or not sample) order by changed_at desc, name limit %d\
        """.formatted(LOOKED_AT);

    private final JdbcClient jdbc;
    private final Steps steps;
    private final Clock clock;

    EstateStep(JdbcClient jdbc, Steps steps, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.clock = clock;
    }

    /** What is made up counts as long as there is nothing else. */
    NextStep now() {
        boolean samples = jdbc.sql("select not exists (select from domain where removed_at is null and not sample)")
                .query(Boolean.class)
                .single();
        return Stream.<Supplier<Looked>>of(
                        () -> look(UNCOVERED, samples),
                        () -> look(IN_DANGER, samples),
                        () -> look(DUE, samples).and(look(LATEST, samples)))
                .flatMap(looked -> first(looked.get()).stream())
                .findFirst()
                .orElseGet(() -> nothing(samples));
    }

    /**
     * Some domains.
     *
     * @param whole whether there are no others of their like
     */
    private record Looked(List<Long> ids, boolean whole) {

        Looked and(Looked others) {
            return new Looked(
                    Stream.concat(ids.stream(), others.ids.stream()).distinct().toList(), whole && others.whole);
        }
    }

    private List<StepFacts> inOrder(List<Long> ids) {
        var facts = steps.facts(ids);
        return ids.stream().map(facts::get).filter(Objects::nonNull).toList();
    }

    /** What the most pressing of these domains wait for, if any waits for anything. */
    private Optional<NextStep> first(Looked looked) {
        var byStep = inOrder(looked.ids()).stream().collect(Collectors.groupingBy(Step::of));
        return ORDER.stream()
                .map(steps -> new Waiting(
                        steps,
                        steps.stream()
                                .flatMap(step -> byStep.getOrDefault(step, List.of()).stream())
                                .toList(),
                        looked.whole()))
                .filter(waiting -> !waiting.domains().isEmpty())
                .map(EstateStep::shown)
                .findFirst();
    }

    /**
     * Domains that wait for the same.
     *
     * @param whole whether they are all that do
     */
    private record Waiting(Set<Step> steps, List<StepFacts> domains, boolean whole) {

        /** What sentences choose by. */
        int atLeast() {
            return whole ? 0 : 1;
        }

        Words counted(String key, int number) {
            return Words.of(whole ? key : key + "-at-least", number);
        }
    }

    private static NextStep shown(Waiting waiting) {
        var first = waiting.domains().getFirst();
        int others = waiting.domains().size() - 1;
        var step = StepView.of(first).shownAway();
        if (others == 0) {
            return step;
        }
        if (waiting.steps() == HELD) {
            return many("held-back", waiting, "/domains?stage=enforce&finding=danger")
                    .urgently();
        }
        return waiting.steps() == DUE_ONES
                ? many("due", waiting, "/domains?stage=due")
                : step.or(
                        Action.link(waiting.counted("estate.overview.next.others", others), others(waiting.domains())));
    }

    /** The list narrowed to where they are: to the one, or to their stage with what changed last first, as they were found. */
    private static String others(List<StepFacts> waiting) {
        var list = Address.of("/domains");
        if (waiting.size() == 2) {
            return list.with("q", waiting.getLast().name()).href();
        }
        var stages = waiting.stream().map(StepFacts::stage).distinct().toList();
        var narrowed =
                stages.size() == 1 ? list.with("stage", stages.getFirst().name().toLowerCase(Locale.ROOT)) : list;
        return narrowed.with("sort", "changed").href();
    }

    private static NextStep many(String key, Waiting waiting, String list) {
        int number = waiting.domains().size();
        var names = new ArrayList<Object>();
        for (var facts : waiting.domains().subList(0, Math.min(number, MOST_NAMED))) {
            names.add(Words.link("/domains/" + facts.name(), "estate.overview.name", facts.name()));
        }
        if (number > MOST_NAMED) {
            names.add(waiting.counted("estate.overview.next.more", number - MOST_NAMED));
        }
        var words = "estate.overview.next." + key;
        return NextStep.of(Words.of(words + ".say", number, waiting.atLeast()), Words.of(words + ".why", names))
                .by(Action.link(Words.of(words + ".act", number, waiting.atLeast()), list));
    }

    /** What comes next by itself. */
    private NextStep nothing(boolean samples) {
        return jdbc.sql("select name, due_at from domain where removed_at is null and (:samples or not sample) and"
                        + " mode = 'testing' and takes_mail and due_at > :now order by due_at, name limit 1")
                .param("now", utc())
                .param("samples", samples)
                .query((row, number) -> NextStep.of(
                        Words.of(
                                "estate.overview.next.wait.say",
                                row.getString("name"),
                                Words.weekday(row.getObject("due_at", OffsetDateTime.class)
                                        .toInstant())),
                        Words.of("estate.overview.next.wait.why")))
                .optional()
                .orElseGet(() -> NextStep.of(
                        Words.of("estate.overview.next.nothing.say"), Words.of("estate.overview.next.nothing.why")));
    }

    private Looked look(String query, boolean samples) {
        var ids = jdbc.sql(query)
                .param("now", utc())
                .param("samples", samples)
                .query((row, number) -> row.getLong("id"))
                .list();
        return new Looked(ids, ids.size() < LOOKED_AT);
    }

    private OffsetDateTime utc() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
