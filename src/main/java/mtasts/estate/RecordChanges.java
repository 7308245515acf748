package mtasts.estate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the DNS records of a domain since they were confirmed.
 *
 * @param added those that had no value then
 * @param changed those that say something else, and since when
 * @param done what the button says that tells that it is done
 */
record RecordChanges(List<Words> added, List<Words> changed, Words done) {

    static RecordChanges of(StepFacts facts) {
        var reach = facts.reach();
        var said = reach.said();
        List<Words> added = new ArrayList<>();
        if (reach.policyHostAdded()) {
            added.add(Words.of("estate.next.changed", "mta-sts"));
        }
        if (reach.reportAddressAdded()) {
            added.add(Words.of("estate.next.changed", "_smtp._tls"));
        }
        List<Words> changed = new ArrayList<>();
        if (reach.policyHostChanged()) {
            changed.add(changed("mta-sts", reach.policyHostSince()));
        }
        if (reach.reportAddressChanged()) {
            changed.add(changed("_smtp._tls", reach.reportAddressAt()));
        }
        if (said != null && said.number() != facts.version()) {
            changed.add(changed("_mta-sts", reach.liveAt()));
        }
        // as long as senders are led elsewhere, only the policy host is led here
        boolean hostAlone = reach.fileUp() && reach.liveAt() == null;
        return new RecordChanges(added, changed, done(said == null, hostAlone, added.size(), changed.size()));
    }

    private static Words done(boolean first, boolean hostAlone, int added, int changed) {
        if (hostAlone || (!first && added == 0 && changed < 2)) {
            return Words.of("estate.domain.records.changed-one");
        }
        return Words.of("estate.domain.records." + (first || changed == 0 ? "created" : "changed"));
    }

    private static Words changed(String record, @Nullable Instant since) {
        return since == null
                ? Words.of("estate.next.changed", record)
                : Words.of("estate.next.changed-since", record, Words.moment(since));
    }
}
