package mtasts.domain;

import java.util.ArrayList;
import java.util.List;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MxPattern;

/**
 * The {@code mx} lines proposed for a first policy.
 *
 * @param mx in the order of the hosts that they cover
 * @param covered how many of the hosts they cover
 * @param hosts how many hosts there are
 * @param providers the names of the providers whose hosts were recognised
 */
public record Proposal(List<MxPattern> mx, int covered, int hosts, List<String> providers) {

    public Proposal {
        mx = List.copyOf(mx);
        providers = List.copyOf(providers);
    }

    /** Takes of a provider's patterns only what covers one of the hosts, and the exact host where there is none. */
    public static Proposal of(List<DomainName> hosts, Providers providers) {
        List<MxPattern> mx = new ArrayList<>();
        for (DomainName host : hosts) {
            if (mx.stream().noneMatch(pattern -> pattern.matches(host))) {
                mx.add(patternFor(host, providers));
            }
        }
        int covered = (int) hosts.stream()
                .filter(host -> mx.stream().anyMatch(pattern -> pattern.matches(host)))
                .count();
        return new Proposal(mx, covered, hosts.size(), providers.of(hosts));
    }

    private static MxPattern patternFor(DomainName host, Providers providers) {
        return providers
                .of(host)
                .flatMap(provider -> provider.mx().stream()
                        .filter(text -> !text.startsWith("<"))
                        .flatMap(text -> MxPattern.read(text).value().stream())
                        .filter(pattern -> pattern.matches(host))
                        .findFirst())
                .orElseGet(() -> new MxPattern(false, host));
    }
}
