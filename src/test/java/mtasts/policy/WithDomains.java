package mtasts.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mtasts.FakeClock;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.SomeDomain;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.web.Actor;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of policies need: domains to try them on, the clock, and the database. */
abstract class WithDomains {

    static final DomainName NAME = DomainName.of("example.com");

    @Autowired
    protected Domains domains;

    @Autowired
    protected Installation installation;

    @Autowired
    protected FakeClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    /** What the records of every domain say. */
    @BeforeEach
    void whatRecordsSay() {
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tlsrpt@example.net", "here"));
    }

    /** Nobody has said yet what the records are to say. */
    void nothingIsSet() {
        installation.change(new InstallationSettings(null, null, null, "here"));
    }

    /** {@code example.com}, served here. */
    Domain here(String... hosts) {
        return register(NAME, Place.HERE, hosts);
    }

    /** {@code example.com}, served elsewhere. */
    Domain elsewhere(String... hosts) {
        return register(NAME, Place.ELSEWHERE, hosts);
    }

    Domain register(DomainName name, Place place, String... hosts) {
        return Objects.requireNonNull(transaction.execute(
                status -> domains.saveAndFlush(SomeDomain.of(name, place, clock.instant(), hosts))));
    }

    /** A policy of one week. */
    static Policy policy(Mode mode, String... mx) {
        return new Policy(mode, Stream.of(mx).map(MxPattern::of).toList(), MaxAge.WEEK);
    }

    /** What somebody types for a week. */
    static Typed typed(String... mx) {
        return new Typed(List.of(mx), MaxAge.WEEK.text(), "");
    }

    Instant now() {
        return clock.instant();
    }

    void daysPass(int days) {
        clock.advance(Duration.ofDays(days));
    }

    /** How many rows there are. */
    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Signs an administrator in for this thread. */
    static void signIn(String displayName) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Somebody(displayName), null, List.of()));
    }

    private record Somebody(String displayName) implements Actor {

        @Override
        public long personId() {
            return 7;
        }

        @Override
        public boolean mayChange() {
            return true;
        }

        @Override
        public @Nullable String language() {
            return null;
        }

        @Override
        public String getName() {
            return displayName + "@example.com";
        }
    }

    static List<MxHost> hosts(String... hosts) {
        return Stream.of(hosts).map(host -> new MxHost(10, host)).toList();
    }
}
