package mtasts.estate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mtasts.policy.Reach;
import mtasts.web.Action;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** The next step of a domain as pages tell it: one sentence, what it means for mail, and at most one button. */
record StepView(Step step, StepFacts facts) {

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
        return new NextStep(null, say(), words("why"), how(), action(), secondary(), step.urgent());
    }

    /** The same on a page that is not the domain's: the sentence names it, and nothing is said of what is not there. */
    NextStep shownAway() {
        var say = switch (step) {
            case COVER_IN_DRAFT, PUBLISH, COVER, PUBLISH_COVER, COVER_NOW, PUBLISH_COVER_NOW -> words("say-of");
            case NO_MAIL, NAME_HOSTS, WRITE, MEND_DRAFT, PUT_FILE_UP, PUT_FILE_THERE, POINT_HERE, WAIT_FOR_DNS -> say();
            case SET_VALUES, CREATE_RECORDS, ADD_RECORDS, UPDATE_RECORD, CHANGE_RECORDS, MEND, WAIT -> say();
            case PROMOTE, PROMOTE_OVERDUE, ENFORCED, RETIRE, KEEP, KEEP_HOST -> say();
            case CLEAN_UP, REMOVE, REMOVE_NEVER_UP -> say();
        };
        boolean below = action() != null && action().href().endsWith("#records");
        return new NextStep(null, say, words("why"), below ? null : how(), action(), secondary(), step.urgent());
    }

    /** What to do where the button alone does not say it. */
    private @Nullable Words how() {
        return switch (step) {
            case PUT_FILE_UP, PUT_FILE_THERE, POINT_HERE, CREATE_RECORDS -> words("how");
            case ADD_RECORDS, UPDATE_RECORD, CHANGE_RECORDS -> words("how");
            case NO_MAIL, NAME_HOSTS, WRITE, COVER_IN_DRAFT, MEND_DRAFT, PUBLISH, COVER, PUBLISH_COVER -> null;
            case COVER_NOW, PUBLISH_COVER_NOW, WAIT_FOR_DNS, SET_VALUES, MEND, WAIT, PROMOTE, PROMOTE_OVERDUE -> null;
            case ENFORCED, RETIRE, KEEP, KEEP_HOST, CLEAN_UP, REMOVE, REMOVE_NEVER_UP -> null;
        };
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
            case SET_VALUES -> Action.change(words("act"), "/settings");
            case POINT_HERE, CREATE_RECORDS, ADD_RECORDS, UPDATE_RECORD, CHANGE_RECORDS ->
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
            case SET_VALUES -> Action.change(words("or"), page("/about"));
            case NO_MAIL, COVER, RETIRE -> Action.change(words("or"), page("/hosts"));
            case COVER_NOW, PUBLISH_COVER_NOW -> Action.change(words("or"), page("/back-to-testing"));
            case NAME_HOSTS, WRITE, COVER_IN_DRAFT, MEND_DRAFT, PUBLISH, PUBLISH_COVER -> null;
            case POINT_HERE, WAIT_FOR_DNS, CREATE_RECORDS, ADD_RECORDS, UPDATE_RECORD, CHANGE_RECORDS -> null;
            case PROMOTE, PROMOTE_OVERDUE, ENFORCED, KEEP, KEEP_HOST, CLEAN_UP, REMOVE, REMOVE_NEVER_UP -> null;
        };
    }

    private String page(String path) {
        return "/domains/" + facts.name() + path;
    }

    /**
     * Every message is given the same: 0 domain, 1 hosts, 2 how many, 3 records, 4 the day, 5 days, 6 days overdue, 7 how a
     * web server is set up, 8 the records that changed, 9 when every resolver knows, 10 the records that are new, 11 how many
     * changed, 12 how many are new, 13 what the button says that the records are there, 14 what has to be set.
     */
    private Words words(String part) {
        var changes = RecordChanges.of(facts);
        return Words.of(
                "estate.next." + step.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part,
                facts.name(),
                hosts(),
                facts.uncovered().size(),
                records(),
                facts.until() == null ? "" : Words.weekday(facts.until()),
                days(),
                facts.overdue().toDays(),
                Words.link(page("/serve"), "estate.next.serve"),
                changes.changed(),
                facts.reach().liveAt() == null ? "" : Words.moment(facts.reach().liveAt()),
                changes.added(),
                changes.changed().size(),
                changes.added().size(),
                changes.done(),
                missing());
    }

    /** How many of the policy's id, the policy host and the address for reports have a value. */
    private int records() {
        var wanted = facts.reach().wanted();
        return (int) Stream.of("id", wanted.policyHost(), wanted.reportAddress())
                .filter(Objects::nonNull)
                .count();
    }

    private List<Words> missing() {
        return facts.missing().stream().map(Reach.Missing::words).toList();
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
