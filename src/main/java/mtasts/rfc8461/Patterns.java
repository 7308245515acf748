package mtasts.rfc8461;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The patterns of a policy, as they are read. */
final class Patterns {

    /** Up to so many, looking at each is faster than a set. */
    private static final int FEW = 8;

    private final List<MxPattern> patterns = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<MxPattern> many = new HashSet<>(0);

    void add(MxPattern pattern, Place place, Findings findings) {
        if (isNew(pattern)) {
            PatternRules.judge(pattern, place, findings);
        } else {
            findings.say(PolicyWords.MX_DUPLICATE.at(place, pattern.text(), Integer.toString(place.line())));
        }
        patterns.add(pattern);
        places.add(place);
    }

    private boolean isNew(MxPattern pattern) {
        if (patterns.size() < FEW) {
            return !patterns.contains(pattern);
        }
        if (many.isEmpty()) {
            many.addAll(patterns);
        }
        return many.add(pattern);
    }

    List<MxPattern> inOrder() {
        return patterns;
    }

    /** Holds them against the hosts that take the domain's mail, where there are any to be held against. */
    void judge(Collection<DomainName> hosts, boolean enforcing, Findings findings) {
        if (!hosts.isEmpty() && !patterns.isEmpty()) {
            MxCoverage.judge(patterns, places, hosts, enforcing, findings);
        }
    }
}
