package mtasts.policy;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.Providers;
import mtasts.rfc8461.DomainName;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** Domains to try policies on. */
@TestComponent
class Registered {

    static final DomainName NAME = DomainName.of("example.com");

    private final Domains domains;
    private final Providers providers;
    private final Clock clock;

    Registered(Domains domains, Providers providers, Clock clock) {
        this.domains = domains;
        this.providers = providers;
        this.clock = clock;
    }

    /** {@code example.com}, served here. */
    @Transactional
    Domain here(String... hosts) {
        return add(NAME, Place.HERE, hosts);
    }

    /** {@code example.com}, served elsewhere. */
    @Transactional
    Domain elsewhere(String... hosts) {
        return add(NAME, Place.ELSEWHERE, hosts);
    }

    @Transactional
    Domain add(DomainName name, Place place, String... hosts) {
        var domain = Domain.register(name, place, clock.instant());
        domain.receiveAt(hosts(hosts), providers, clock.instant());
        return domains.saveAndFlush(domain);
    }

    private static List<MxHost> hosts(String... hosts) {
        return Stream.of(hosts).map(host -> new MxHost(10, host)).toList();
    }
}
