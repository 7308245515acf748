package mtasts.rfc8461;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the patterns of a policy have to do with the hosts that take a domain's mail (RFC 8461 §4.1). */
final class MxCoverage {

    private final Words uncovered;
    private final Map<String, Place> patterns = new HashMap<>();
    private final Set<String> spokenFor = new HashSet<>();
    private final Findings findings;

    private MxCoverage(Words uncovered, Findings findings) {
        this.uncovered = uncovered;
        this.findings = findings;
    }

    /**
     * @param places of the patterns, in the same order
     * @param enforcing whether mail to a host that is not covered will be held back
     */
    static void judge(
            List<MxPattern> mx,
            List<Place> places,
            Collection<DomainName> hosts,
            boolean enforcing,
            Findings findings) {
        Words uncovered = enforcing ? PolicyWords.MX_UNCOVERED_ENFORCE : PolicyWords.MX_UNCOVERED_TESTING;
        MxCoverage coverage = new MxCoverage(uncovered, findings);
        for (int i = 0; i < mx.size(); i++) {
            coverage.patterns.putIfAbsent(mx.get(i).text(), places.get(i));
        }
        new LinkedHashSet<>(hosts).forEach(coverage::judge);
        coverage.stale(mx);
    }

    private void judge(DomainName host) {
        String name = host.ascii();
        String parent = parent(name);
        boolean exact = speaksFor(name);
        boolean wildcard = speaksFor("*." + parent);
        if (exact || wildcard) {
            return;
        }
        String below = "*." + parent(parent);
        String self = "*." + name;
        if (speaksFor(below)) {
            if (!below.equals("*." + PatternRules.MICROSOFT)) {
                missed(PolicyWords.MX_DEPTH_BELOW, below, name);
            }
        } else if (speaksFor(self)) {
            missed(PolicyWords.MX_DEPTH_SELF, self, name);
        } else {
            findings.say(uncovered.at(Place.NONE, name));
        }
    }

    private boolean speaksFor(String pattern) {
        boolean there = patterns.containsKey(pattern);
        if (there) {
            spokenFor.add(pattern);
        }
        return there;
    }

    private void missed(Words words, String pattern, String host) {
        findings.say(words.at(patterns.getOrDefault(pattern, Place.NONE), pattern, host));
    }

    private void stale(List<MxPattern> mx) {
        for (MxPattern pattern : mx) {
            String text = pattern.text();
            if (spokenFor.add(text) && !NameSyntax.isAddress(pattern.name().ascii())) {
                findings.say(stale(text, patterns.getOrDefault(text, Place.NONE)));
            }
        }
    }

    private static Finding stale(String pattern, Place place) {
        return PolicyWords.MX_STALE.at(place, pattern, Integer.toString(place.line()));
    }

    /** What remains without the left-most label; nothing that a pattern could name, where there is only one. */
    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
