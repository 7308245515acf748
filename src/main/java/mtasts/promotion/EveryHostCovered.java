package mtasts.promotion;

import java.util.ArrayList;
import java.util.List;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Policy;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Meter;
import mtasts.web.Words;

/** No MX host would be left without a pattern that covers it (RFC 8461 §4.1). */
final class EveryHostCovered {

    /** Names in one sentence; more are counted. */
    private static final int NAMED = 6;

    private static final Words WHAT = Words.of("promotion.covered.what");

    private EveryHostCovered() {}

    static Criterion judge(Evidence evidence) {
        if (!evidence.takesMail()) {
            return new Criterion(Mark.MET, WHAT, Words.of("promotion.covered.no-mail"), null, null);
        }
        if (evidence.hosts().isEmpty()) {
            return unknown(evidence, Words.of("promotion.covered.no-hosts", hostsPage(evidence)));
        }
        Candidate candidate = evidence.candidate();
        if (candidate == null || candidate.policy().isEmpty()) {
            return unknown(
                    evidence, Words.of(candidate == null ? "promotion.no-text" : "promotion.covered.unreadable"));
        }
        return judge(evidence, candidate.policy().get());
    }

    private static Criterion judge(Evidence evidence, Policy policy) {
        List<Object> named = new ArrayList<>();
        List<DomainName> missing = new ArrayList<>();
        for (DomainName host : evidence.hosts()) {
            int line = line(policy, host);
            if (line > 0) {
                named.add(Words.of("promotion.covered.line", host.ascii(), line));
            } else {
                missing.add(host);
            }
        }
        Words why = missing.isEmpty()
                ? Words.of("promotion.covered.all", some(named))
                : Words.of(
                        "promotion.covered.missing",
                        named(missing),
                        missing.size(),
                        Words.link("/domains/" + evidence.domain() + "/policy", "promotion.covered.add"));
        return shown(
                missing.isEmpty() ? Mark.MET : Mark.NOT_MET,
                why,
                named.size(),
                0,
                evidence.hosts().size());
    }

    /** The line of the first pattern that covers the host, in the text as we write it; 0 where none does. */
    private static int line(Policy policy, DomainName host) {
        for (int i = 0; i < policy.mx().size(); i++) {
            if (policy.mx().get(i).matches(host)) {
                return i + 3;
            }
        }
        return 0;
    }

    /** Their names, for one sentence. */
    static List<Object> named(List<DomainName> hosts) {
        return some(hosts.stream()
                .<Object>map(host -> Words.of("promotion.covered.host", host.ascii()))
                .toList());
    }

    private static List<Object> some(List<Object> all) {
        if (all.size() <= NAMED) {
            return all;
        }
        List<Object> some = new ArrayList<>(all.subList(0, NAMED - 1));
        some.add(Words.of("promotion.covered.more", all.size() - some.size()));
        return some;
    }

    private static Words.Link hostsPage(Evidence evidence) {
        return Words.link("/domains/" + evidence.domain() + "/hosts", "promotion.covered.name-them");
    }

    private static Criterion unknown(Evidence evidence, Words why) {
        int hosts = evidence.hosts().size();
        return shown(Mark.UNKNOWN, why, 0, hosts, hosts);
    }

    private static Criterion shown(Mark mark, Words why, int covered, int unknown, int hosts) {
        return new Criterion(
                mark,
                WHAT,
                why,
                Words.of("promotion.covered.number", covered, hosts),
                hosts == 0 ? null : new Meter(covered, unknown, hosts));
    }
}
