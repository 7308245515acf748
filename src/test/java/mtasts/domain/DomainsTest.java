package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import mtasts.ApplicationTest;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class DomainsTest {

    private static final DomainName EXAMPLE = DomainName.of("example.com");
    private static final MxHost FIRST = new MxHost(10, "mx1.example.net");
    private static final MxHost SECOND = new MxHost(null, "mx2.example.net");

    @Autowired
    Domains domains;

    @Autowired
    Providers providers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aDomainComesBackAsItWasStored() {
        var domain = Domain.register(DomainName.of("müller.example"), Place.ELSEWHERE, clock.instant());
        domain.receiveAt(List.of(FIRST, SECOND), providers, clock.instant());
        domain.describe("two\nlines", Tags.read("health customer-17"), clock.instant());
        domain.override("policies.example.net", "mailto:tls@example.net", clock.instant());
        domains.saveAndFlush(domain);

        var found = domains.require(domain.name());
        assertThat(found.id()).isEqualTo(domain.id());
        assertThat(found.name().ascii()).isEqualTo("xn--mller-kva.example");
        assertThat(found.unicode()).isEqualTo("müller.example");
        assertThat(found.place()).isEqualTo(Place.ELSEWHERE);
        assertThat(found.takesMail()).isTrue();
        assertThat(found.hosts()).containsExactly(FIRST, SECOND);
        assertThat(found.note()).isEqualTo("two\nlines");
        assertThat(found.tags()).containsExactly("customer-17", "health");
        assertThat(found.policyHostTarget()).isEqualTo("policies.example.net");
        assertThat(found.reportAddress()).isEqualTo("mailto:tls@example.net");
        assertThat(found.createdAt()).isEqualTo(clock.instant());
        assertThat(found.removed()).isFalse();
    }

    @Test
    void hostsMayChangePlacesAndOneAnother() {
        stored(FIRST, SECOND);

        change(SECOND, FIRST);
        assertThat(domains.require(EXAMPLE).hosts()).containsExactly(SECOND, FIRST);
        change(new MxHost(10, "mx3.example.net"), SECOND);
        assertThat(domains.require(EXAMPLE).hosts()).containsExactly(new MxHost(10, "mx3.example.net"), SECOND);
    }

    @Test
    void aDomainThatTakesNoMailHasNoHosts() {
        stored(FIRST);
        transaction.executeWithoutResult(status -> domains.lock(EXAMPLE).takeNoMail(clock.instant()));

        assertThat(domains.require(EXAMPLE))
                .matches(domain -> !domain.takesMail() && domain.hosts().isEmpty());
        change(FIRST);
        assertThat(domains.require(EXAMPLE)).matches(Domain::takesMail);
    }

    @Test
    void whatIsSearchedFollowsNameHostsAndProvider() {
        var domain = Domain.register(DomainName.of("müller.example"), Place.HERE, clock.instant());
        domain.receiveAt(List.of(new MxHost(10, "aspmx.l.google.com")), providers, clock.instant());
        domains.saveAndFlush(domain);
        assertThat(search()).isEqualTo("xn--mller-kva.example\nmüller.example\naspmx.l.google.com\ngoogle workspace");

        transaction.executeWithoutResult(
                status -> domains.lock(domain.name()).receiveAt(List.of(FIRST), providers, clock.instant()));
        assertThat(search()).isEqualTo("xn--mller-kva.example\nmüller.example\nmx1.example.net");
    }

    @Test
    void aRemovedDomainIsNotRegistered() {
        stored(FIRST);
        transaction.executeWithoutResult(
                status -> domains.lock(EXAMPLE).remove("postmaster", "moved", clock.instant()));

        assertThat(domains.registered(EXAMPLE)).isEmpty();
        assertThatThrownBy(() -> domains.require(EXAMPLE)).isInstanceOf(NoSuchDomain.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> domains.lock(EXAMPLE)))
                .isInstanceOf(NoSuchDomain.class);
        assertThat(domains.everRegistered(EXAMPLE)).hasValueSatisfying(domain -> {
            assertThat(domain.removedAt()).isEqualTo(clock.instant());
            assertThat(domain.removedBy()).isEqualTo("postmaster");
            assertThat(domain.removalReason()).isEqualTo("moved");
        });
    }

    @Test
    void aHundredHostsAreStoredAndOneMoreIsRefused() {
        stored(IntStream.range(0, 100)
                .mapToObj(i -> new MxHost(i, "mx" + i + ".example.net"))
                .toArray(MxHost[]::new));

        assertThat(domains.require(EXAMPLE).hosts()).hasSize(100);
        assertThatThrownBy(() -> domains.require(EXAMPLE)
                        .receiveAt(java.util.Collections.nCopies(101, FIRST), providers, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatThePublishingTransactionKeepsIsNeitherReadNorWritten() {
        stored(FIRST);
        jdbc.sql("update domain set mode = 'testing', current_version = 3, worst_severity = 2")
                .update();
        change(SECOND);

        assertThat(jdbc.sql("select mode || current_version || worst_severity from domain")
                        .query(String.class)
                        .single())
                .isEqualTo("testing32");
    }

    @Test
    void theDatabaseRefusesWhatIsNoLowerCaseALabel() {
        assertThatThrownBy(
                        () -> jdbc.sql("insert into domain (name, unicode_name, place, created_at, changed_at, search)"
                                        + " values ('Müller.example', '', 'here', now(), now(), '')")
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void stored(MxHost... hosts) {
        var domain = Domain.register(EXAMPLE, Place.HERE, clock.instant());
        domain.receiveAt(List.of(hosts), providers, clock.instant());
        domains.saveAndFlush(domain);
    }

    private void change(MxHost... hosts) {
        transaction.executeWithoutResult(
                status -> domains.lock(EXAMPLE).receiveAt(List.of(hosts), providers, clock.instant()));
    }

    private String search() {
        return jdbc.sql("select search from domain").query(String.class).single();
    }
}
