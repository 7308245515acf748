package mtasts.promotion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mtasts.FakeClock;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.policy.Deed;
import mtasts.policy.Drafting;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.policy.Typed;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of promotion and of the pages above it begin with: domains, drafts, published versions and the clock. */
public abstract class WithPublished {

    protected static final DomainName NAME = DomainName.of("example.com");

    @Autowired
    protected Domains domains;

    @Autowired
    protected Versions versions;

    @Autowired
    protected FakeClock clock;

    @Autowired
    protected Installation installation;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Providers providers;

    @Autowired
    private TransactionTemplate transaction;

    /** What the records of every domain say. */
    @BeforeEach
    void whatRecordsSay() {
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tlsrpt@example.net", "here"));
    }

    /** Nobody has said yet what the records are to say. */
    protected void nothingIsSet() {
        installation.change(new InstallationSettings(null, null, null, "here"));
    }

    /** A domain with these MX hosts and the draft that is proposed for them. */
    protected Domain registered(DomainName name, Place place, String... hosts) {
        return transaction.execute(status -> {
            var domain = Domain.register(name, place, clock.instant());
            domain.receiveAt(hosts(hosts), providers, clock.instant());
            domains.saveAndFlush(domain);
            if (hosts.length > 0) {
                drafting.begin(domain, Proposal.of(domain.hostNames(), providers));
            }
            return domain;
        });
    }

    /** {@code example.com} with these MX hosts, served here, published in testing with a pattern for each. */
    protected Domain testing(String... hosts) {
        return testing(NAME, Place.HERE, hosts);
    }

    protected Domain testing(DomainName name, Place place, String... hosts) {
        var domain = registered(name, place, hosts);
        publish(name, 0, Mode.TESTING, MaxAge.WEEK, hosts);
        return domain;
    }

    /** Its MX record becomes a dot. */
    protected void takeNoMail(DomainName name) {
        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(name);
            domain.takeNoMail(clock.instant());
            domains.saveAndFlush(domain);
        });
    }

    protected PolicyVersion publish(DomainName name, int expected, Mode mode, MaxAge maxAge, String... mx) {
        var policy = new Policy(mode, Stream.of(mx).map(MxPattern::of).toList(), maxAge);
        var deed = mode == Mode.ENFORCE ? Deed.PROMOTED_ANYWAY : mode == Mode.NONE ? Deed.RETIRED : Deed.PUBLISHED;
        var publication = publishing.publish(name, expected, policy, deed, "", "for the test", null);
        if (publication instanceof Publication.Published published) {
            return published.version();
        }
        throw new AssertionError("not published: " + publication);
    }

    /** Saves a draft with these patterns where none is open. */
    protected void draft(String... mx) {
        drafting.save(NAME, current().map(PolicyVersion::number).orElse(0), null, new Typed(List.of(mx), "604800", ""));
    }

    protected Optional<PolicyVersion> current() {
        return versions.current(domains.require(NAME));
    }

    protected void pass(Duration time) {
        clock.advance(time);
    }

    protected static List<MxHost> hosts(String... hosts) {
        return Stream.of(hosts).map(host -> new MxHost(10, host)).toList();
    }
}
