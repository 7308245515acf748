package mtasts.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mtasts.policy.Standing;
import mtasts.web.Action;
import mtasts.web.NextStep;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next with one domain. Uncovered MX hosts go before all; then: publish, put the file up, create the
 * records, wait, promote.
 */
enum Step {
    NO_MAIL(null, false),
    NAME_HOSTS("/hosts", false),
    WRITE("/policy", false),
    COVER_IN_DRAFT("/policy/cover", false),
    MEND_DRAFT("/policy", false),
    PUBLISH("/policy", false),
    COVER("/policy/cover", false),
    PUBLISH_COVER("/policy", false),
    /** In enforce: mail is being held back. */
    COVER_NOW("/policy/cover", true),
    PUBLISH_COVER_NOW("/policy", true),
    PUT_FILE_UP("/file-is-up", false),
    CREATE_RECORDS("#records", false),
    UPDATE_RECORD("#records", false),
    MEND("/policy", false),
    WAIT(null, false),
    PROMOTE("/promote", false),
    PROMOTE_OVERDUE("/promote", false),
    ENFORCED(null, false),
    KEEP(null, false),
    CLEAN_UP("/remove", false);

    /** The policy's id, the policy host, and where reports go. */
    private static final int RECORDS = 3;

    private static final int NAMED = 3;

    private final @Nullable String path;
    private final boolean urgent;

    Step(@Nullable String path, boolean urgent) {
        this.path = path;
        this.urgent = urgent;
    }

    static Step of(StepFacts facts) {
        return switch (facts.stage()) {
            case UNPUBLISHED -> unpublished(facts);
            case TESTING ->
                !facts.uncovered().isEmpty()
                        ? facts.draftCovers() ? PUBLISH_COVER : COVER
                        : outside(facts, facts.flawed() ? MEND : testing(facts));
            case ENFORCE ->
                !facts.uncovered().isEmpty()
                        ? facts.draftCovers() ? PUBLISH_COVER_NOW : COVER_NOW
                        : outside(facts, facts.flawed() ? MEND : ENFORCED);
            case RETIRING -> outside(facts, KEEP);
            case RETIRED -> CLEAN_UP;
        };
    }

    private static Step unpublished(StepFacts facts) {
        if (!facts.takesMail()) {
            return NO_MAIL;
        }
        if (!facts.namesHosts()) {
            return NAME_HOSTS;
        }
        if (!facts.drafted()) {
            return WRITE;
        }
        if (!facts.uncovered().isEmpty()) {
            return COVER_IN_DRAFT;
        }
        return facts.flawed() ? MEND_DRAFT : PUBLISH;
    }

    /** What has to happen at the web server and in DNS comes before anything else. */
    private static Step outside(StepFacts facts, Step then) {
        if (!facts.fileUp()) {
            return PUT_FILE_UP;
        }
        if (!facts.recordsCreated()) {
            return facts.recordsEver() ? UPDATE_RECORD : CREATE_RECORDS;
        }
        return then;
    }

    private static Step testing(StepFacts facts) {
        if (!facts.reached()) {
            return WAIT;
        }
        return overdue(facts).compareTo(Standing.WEEK_OF_GRACE) < 0 ? PROMOTE : PROMOTE_OVERDUE;
    }

    boolean urgent() {
        return urgent;
    }

    /** The one sentence. */
    Words say(StepFacts facts) {
        return words("say", facts);
    }

    /** A few words for a row of the list. */
    Words brief(StepFacts facts) {
        return words("brief", facts);
    }

    /** Whether there is nothing for a person to do. */
    boolean idle() {
        return switch (this) {
            case NO_MAIL, WAIT, ENFORCED, KEEP -> true;
            case NAME_HOSTS, WRITE, COVER_IN_DRAFT, MEND_DRAFT, PUBLISH, COVER, PUBLISH_COVER, COVER_NOW -> false;
            case PUBLISH_COVER_NOW, PUT_FILE_UP, CREATE_RECORDS, UPDATE_RECORD, MEND, PROMOTE, PROMOTE_OVERDUE -> false;
            case CLEAN_UP -> false;
        };
    }

    /** The sentence, what it means for mail and what comes after, and the button. */
    NextStep shown(StepFacts facts) {
        var step = NextStep.of(say(facts), words("why", facts));
        var action = action(facts);
        var shown = action == null ? step : step.by(action);
        var secondary = secondary(facts);
        var both = secondary == null ? shown : shown.or(secondary);
        return urgent ? both.urgently() : both;
    }

    private @Nullable Action action(StepFacts facts) {
        if (path == null) {
            return null;
        }
        var act = words("act", facts);
        String page = "/domains/" + facts.name() + path;
        return switch (this) {
            case PUT_FILE_UP -> Action.post(act, page, Map.of("number", String.valueOf(facts.version())));
            case COVER_IN_DRAFT, COVER, COVER_NOW -> Action.post(act, page);
            case CREATE_RECORDS, UPDATE_RECORD -> Action.link(act, page);
            case NAME_HOSTS, WRITE, MEND_DRAFT, PUBLISH, PUBLISH_COVER, PUBLISH_COVER_NOW -> Action.change(act, page);
            case MEND, PROMOTE, PROMOTE_OVERDUE, CLEAN_UP, NO_MAIL, WAIT, ENFORCED, KEEP -> Action.change(act, page);
        };
    }

    /** Where there is nothing to press, or not at once, there may be something to look at. */
    private @Nullable Action secondary(StepFacts facts) {
        String page = "/domains/" + facts.name();
        return switch (this) {
            case WAIT -> Action.link(words("or", facts), page + "/promote");
            case PUT_FILE_UP -> Action.link(words("or", facts), page + "/mta-sts.txt");
            case NO_MAIL -> Action.change(words("or", facts), page + "/hosts");
            case COVER, COVER_NOW -> Action.change(words("or", facts), page + "/hosts");
            case MEND -> Action.link(words("or", facts), page + "#findings");
            case NAME_HOSTS,
                    WRITE,
                    COVER_IN_DRAFT,
                    MEND_DRAFT,
                    PUBLISH,
                    PUBLISH_COVER,
                    PUBLISH_COVER_NOW,
                    CREATE_RECORDS,
                    UPDATE_RECORD,
                    PROMOTE,
                    PROMOTE_OVERDUE,
                    ENFORCED,
                    KEEP,
                    CLEAN_UP -> null;
        };
    }

    /** Every message is given the same: 0 domain, 1 hosts, 2 how many, 3 records, 4 the day, 5 days, 6 days overdue. */
    private Words words(String part, StepFacts facts) {
        return Words.of(
                "estate.next." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part,
                facts.name(),
                hosts(facts.uncovered()),
                facts.uncovered().size(),
                RECORDS,
                facts.until() == null ? "" : Words.weekday(facts.until()),
                days(facts),
                overdue(facts).toDays());
    }

    private static Object hosts(List<String> uncovered) {
        if (uncovered.size() > NAMED) {
            return Words.of("estate.next.hosts", uncovered.size());
        }
        return uncovered.stream()
                .<Object>map(host -> Words.of("estate.next.host", host))
                .toList();
    }

    /** Days to go, begun ones too, while there are any; else full days since the mode began. */
    private static long days(StepFacts facts) {
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

    private static Duration overdue(StepFacts facts) {
        Instant until = facts.until();
        return until == null || !facts.reached() ? Duration.ZERO : Duration.between(until, facts.now());
    }
}
