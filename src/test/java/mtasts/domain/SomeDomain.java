package mtasts.domain;

import java.time.Instant;
import java.util.stream.Stream;
import mtasts.rfc8461.DomainName;

/** Domains for the tests of other modules. */
public final class SomeDomain {

    private SomeDomain() {}

    /** A domain that is not stored, with MX hosts of preference 10. */
    public static Domain of(DomainName name, Place place, Instant now, String... hosts) {
        var domain = Domain.register(name, place, now);
        domain.receiveAt(Stream.of(hosts).map(host -> new MxHost(10, host)).toList(), new Providers(), now);
        return domain;
    }
}
