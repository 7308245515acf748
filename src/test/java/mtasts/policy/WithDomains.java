package mtasts.policy;

import java.util.List;
import java.util.stream.Stream;
import mtasts.FakeClock;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.Providers;
import mtasts.rfc8461.DomainName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of policies need: domains to try them on, the clock, and the database. */
abstract class WithDomains {

    static final DomainName NAME = DomainName.of("example.com");

    @Autowired
    protected Domains domains;

    @Autowired
    protected FakeClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private Providers providers;

    /** {@code example.com}, served here. */
    Domain here(String... hosts) {
        return register(NAME, Place.HERE, hosts);
    }

    /** {@code example.com}, served elsewhere. */
    Domain elsewhere(String... hosts) {
        return register(NAME, Place.ELSEWHERE, hosts);
    }

    Domain register(DomainName name, Place place, String... hosts) {
        return transaction.execute(status -> {
            var domain = Domain.register(name, place, clock.instant());
            domain.receiveAt(hosts(hosts), providers, clock.instant());
            return domains.saveAndFlush(domain);
        });
    }

    static List<MxHost> hosts(String... hosts) {
        return Stream.of(hosts).map(host -> new MxHost(10, host)).toList();
    }
}
