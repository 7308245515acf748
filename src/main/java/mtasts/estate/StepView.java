package mtasts.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mtasts.web.Action;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** The next step of a domain as pages tell it: one sentence, what it means for mail, and at most one button. */
record StepView(Step step, StepFacts facts) {

    /** The policy's id, the policy host, and where reports go. */
    private static final int RECORDS = 3;

    private static final int NAMED = 3;

    static StepView of(StepFacts facts) {
        return new StepView(Step.of(facts), facts);
    }

    /** The one sentence. */
    Words say() {
        return words("say");
    }

    /** A few words for a row of the list. */
    Words brief() {
        return words("brief");
    }

    /** The sentence, what it means for mail and what comes after, and the button. */
    NextStep shown() {
        return new NextStep(null, say(), words("why"), action(), secondary(), step.urgent());
    }

    private @Nullable Action action() {
        return switch (step) {
            case NO_MAIL, WAIT, WAIT_FOR_DNS, ENFORCED, KEEP, KEEP_HOST -> null;
            case NAME_HOSTS -> Action.change(words("act"), page("/hosts"));
            case COVER_IN_DRAFT, COVER, COVER_NOW -> Action.post(words("act"), page("/policy/cover"));
            case WRITE, MEND_DRAFT, PUBLISH, PUBLISH_COVER, PUBLISH_COVER_NOW, MEND ->
                Action.change(words("act"), page("/policy"));
            case PUT_FILE_UP, PUT_FILE_THERE ->
                Action.post(words("act"), page("/file-is-up"), Map.of("number", String.valueOf(facts.version())));
            case POINT_HERE, CREATE_RECORDS, UPDATE_RECORD, CHANGE_RECORDS ->
                Action.link(words("act"), page("#records"));
            case PROMOTE, PROMOTE_OVERDUE -> Action.change(words("act"), page("/promote"));
            case RETIRE -> Action.change(words("act"), page("/retire"));
            case CLEAN_UP, REMOVE, REMOVE_NEVER_UP -> Action.change(words("act"), page("/remove"));
        };
    }

    /** What else may help: something to look at, or another way out. */
    private @Nullable Action secondary() {
        return switch (step) {
            case WAIT -> Action.link(words("or"), page("/promote"));
            case PUT_FILE_UP, PUT_FILE_THERE -> Action.link(words("or"), page("/mta-sts.txt"));
            case MEND -> Action.link(words("or"), page("#findings"));
            case NO_MAIL, COVER, RETIRE -> Action.change(words("or"), page("/hosts"));
            case COVER_NOW, PUBLISH_COVER_NOW -> Action.change(words("or"), page("/back-to-testing"));
            case NAME_HOSTS, WRITE, COVER_IN_DRAFT, MEND_DRAFT, PUBLISH, PUBLISH_COVER -> null;
            case POINT_HERE, WAIT_FOR_DNS, CREATE_RECORDS, UPDATE_RECORD, CHANGE_RECORDS -> null;
            case PROMOTE, PROMOTE_OVERDUE, ENFORCED, KEEP, KEEP_HOST, CLEAN_UP, REMOVE, REMOVE_NEVER_UP -> null;
        };
    }

    private String page(String path) {
        return "/domains/" + facts.name() + path;
    }

    /**
     * Every message is given the same: 0 domain, 1 hosts, 2 how many, 3 records, 4 the day, 5 days, 6 days overdue, 7 how a
     * web server is set up, 8 the records that changed, 9 when every resolver knows.
     */
    private Words words(String part) {
        return Words.of(
                "estate.next." + step.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part,
                facts.name(),
                hosts(),
                facts.uncovered().size(),
                RECORDS,
                facts.until() == null ? "" : Words.weekday(facts.until()),
                days(),
                facts.overdue().toDays(),
                Words.link(page("/serve"), "estate.next.serve"),
                changed(),
                facts.reach().liveAt() == null ? "" : Words.moment(facts.reach().liveAt()));
    }

    /** Each record that is to say something else, and since when. */
    private List<Object> changed() {
        var reach = facts.reach();
        List<Object> changed = new ArrayList<>();
        if (reach.policyHostChanged()) {
            changed.add(changed("mta-sts", reach.policyHostSince()));
        }
        if (reach.reportAddressChanged()) {
            changed.add(changed("_smtp._tls", reach.reportAddressAt()));
        }
        if (reach.said() != null && reach.said().number() != facts.version()) {
            changed.add(changed("_mta-sts", reach.liveAt()));
        }
        return changed;
    }

    private static Words changed(String record, @Nullable Instant since) {
        return since == null
                ? Words.of("estate.next.changed", record)
                : Words.of("estate.next.changed-since", record, Words.moment(since));
    }

    private Object hosts() {
        var uncovered = facts.uncovered();
        if (uncovered.size() > NAMED) {
            return Words.of("estate.next.hosts", uncovered.size());
        }
        List<Object> named = uncovered.stream()
                .<Object>map(host -> Words.of("estate.next.host", host))
                .toList();
        return named;
    }

    /** Days to go, begun ones too, while there are any; else full days since the mode began. */
    private long days() {
        if (facts.until() != null && !facts.reached()) {
            return Duration.between(facts.now(), facts.until())
                    .plusDays(1)
                    .minusNanos(1)
                    .toDays();
        }
        return facts.since() == null
                ? 0
                : Duration.between(facts.since(), facts.now()).toDays();
    }
}
