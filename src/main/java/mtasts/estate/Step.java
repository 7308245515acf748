package mtasts.estate;

import mtasts.policy.Standing;

/**
 * What is to be done next with one domain. Uncovered MX hosts go before all; then: publish, put the file up, set what
 * the records are to say, create them, wait, promote.
 */
enum Step {
    NO_MAIL,
    NAME_HOSTS,
    WRITE,
    COVER_IN_DRAFT,
    MEND_DRAFT,
    PUBLISH,
    COVER,
    PUBLISH_COVER,
    /** In enforce: mail is being held back. */
    COVER_NOW,
    /** In enforce: mail is being held back, and the draft would mend it. */
    PUBLISH_COVER_NOW,
    PUT_FILE_UP,
    /** It was served here, and is to be served elsewhere. */
    PUT_FILE_THERE,
    /** It was served elsewhere, and is to be served here: the policy host is led here before the id changes. */
    POINT_HERE,
    /** The policy host was led here, and some resolvers do not know it yet. */
    WAIT_FOR_DNS,
    CREATE_RECORDS,
    /** A record that is to be created has no value yet. */
    SET_VALUES,
    /** What had no value when the others were created has one now. */
    ADD_RECORDS,
    /** The id is another. */
    UPDATE_RECORD,
    /** Where the policy host leads, or where reports go, is another. */
    CHANGE_RECORDS,
    MEND,
    WAIT,
    PROMOTE,
    PROMOTE_OVERDUE,
    ENFORCED,
    /** It takes no mail, and senders may hold a policy. */
    RETIRE,
    /** Given up: what senders may hold is kept alive. */
    KEEP,
    /** The same, where nobody ever created the records. */
    KEEP_HOST,
    /** Nobody holds anything: the records can go, then the domain. */
    CLEAN_UP,
    /** Nobody holds anything, and nobody ever created the records. */
    REMOVE,
    /** Given up, and the file was never up: there is nothing to wait for. */
    REMOVE_NEVER_UP;

    static Step of(StepFacts facts) {
        return switch (facts.stage()) {
            case UNPUBLISHED -> unpublished(facts);
            case TESTING -> testing(facts);
            case ENFORCE -> enforce(facts);
            case RETIRING -> retiring(facts);
            case RETIRED -> facts.recordsEver() ? CLEAN_UP : REMOVE;
        };
    }

    private static Step testing(StepFacts facts) {
        if (!facts.takesMail()) {
            return noMail(facts);
        }
        if (!facts.uncovered().isEmpty()) {
            return facts.draftCovers() ? PUBLISH_COVER : COVER;
        }
        return outside(facts, facts.flawed() ? MEND : waiting(facts));
    }

    private static Step enforce(StepFacts facts) {
        if (!facts.takesMail()) {
            return noMail(facts);
        }
        if (!facts.uncovered().isEmpty()) {
            return facts.draftCovers() ? PUBLISH_COVER_NOW : COVER_NOW;
        }
        return outside(facts, facts.flawed() ? MEND : ENFORCED);
    }

    /** Nothing is to be protected; but what senders hold would bind a later MX host. */
    private static Step noMail(StepFacts facts) {
        return facts.fileEver() ? RETIRE : NO_MAIL;
    }

    /** The new id tells senders to look again; where there never was a record, none is asked for (RFC 8461 §8.3). */
    private static Step retiring(StepFacts facts) {
        if (!facts.fileEver()) {
            return REMOVE_NEVER_UP;
        }
        return facts.reach().live(facts.now()) && facts.fileUp() && !facts.recordsEver()
                ? KEEP_HOST
                : outside(facts, KEEP);
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
        var reach = facts.reach();
        if (!reach.fileUp()) {
            return reach.leaving() ? PUT_FILE_THERE : PUT_FILE_UP;
        }
        if (!facts.missing().isEmpty()) {
            return SET_VALUES;
        }
        if (!reach.live(facts.now())) {
            return reach.liveAt() == null ? POINT_HERE : WAIT_FOR_DNS;
        }
        if (reach.said() == null) {
            return CREATE_RECORDS;
        }
        if (reach.policyHostChanged() || reach.reportAddressChanged()) {
            return CHANGE_RECORDS;
        }
        if (reach.policyHostAdded() || reach.reportAddressAdded()) {
            return ADD_RECORDS;
        }
        return reach.recordsSay(facts.version()) ? then : UPDATE_RECORD;
    }

    private static Step waiting(StepFacts facts) {
        if (!facts.reached()) {
            return WAIT;
        }
        return facts.overdue().compareTo(Standing.WEEK_OF_GRACE) < 0 ? PROMOTE : PROMOTE_OVERDUE;
    }

    /** Whether mail is being held back. */
    boolean urgent() {
        return this == COVER_NOW || this == PUBLISH_COVER_NOW;
    }

    /** Whether there is nothing for a person to do. */
    boolean idle() {
        return switch (this) {
            case NO_MAIL, WAIT, WAIT_FOR_DNS, ENFORCED, KEEP, KEEP_HOST -> true;
            case NAME_HOSTS, WRITE, COVER_IN_DRAFT, MEND_DRAFT, PUBLISH, COVER, PUBLISH_COVER, COVER_NOW -> false;
            case PUBLISH_COVER_NOW, PUT_FILE_UP, PUT_FILE_THERE, POINT_HERE, CREATE_RECORDS, UPDATE_RECORD -> false;
            case SET_VALUES,
                    ADD_RECORDS,
                    CHANGE_RECORDS,
                    MEND,
                    PROMOTE,
                    PROMOTE_OVERDUE,
                    RETIRE,
                    CLEAN_UP,
                    REMOVE,
                    REMOVE_NEVER_UP -> false;
        };
    }
}
