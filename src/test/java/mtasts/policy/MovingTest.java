package mtasts.policy;

import static mtasts.policy.Confirming.Outcome.ALREADY;
import static mtasts.policy.Confirming.Outcome.CONFIRMED;
import static mtasts.policy.Confirming.Outcome.FILE_FIRST;
import static mtasts.policy.Confirming.Outcome.NOT_CURRENT;
import static mtasts.policy.Confirming.Outcome.OTHER_RECORDS;
import static mtasts.policy.Confirming.Outcome.RECORDS_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.rfc8461.Mode;
import mtasts.web.InstallationSettings;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A file that is served here, then elsewhere, or the other way: no text is forgotten before senders left it. */
@ApplicationTest
class MovingTest extends WithDomains {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private Confirming confirming;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Versions versions;

    @Autowired
    private Reaches reaches;

    @Autowired
    private Standings standings;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void whatWasServedHereIsNotUpElsewhereUntilSomebodySaysSo() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.recordsCreated(NAME, 1);

        move(Place.ELSEWHERE);

        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.fileUp()).isFalse();
            assertThat(reach.leaving()).isTrue();
            assertThat(reach.stillHere()).isTrue();
            assertThat(reach.policyHostChanged()).isFalse();
        });
        assertThat(served()).isEqualTo(1);
        assertThat(live(domain)).isEqualTo(1);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(FILE_FIRST);

        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(ALREADY);
        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.fileUp()).isTrue();
            assertThat(reach.leaving()).isFalse();
            assertThat(reach.stillHere()).isTrue();
            assertThat(reach.policyHostChanged()).isTrue();
            assertThat(reach.policyHostSince()).isEqualTo(now());
        });
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(reach().stillHere()).isFalse();
        assertThat(served()).isEqualTo(1);
    }

    @Test
    void leavingWithAnotherVersionTheOldOneIsServedHereUntilTheNewFileIsUp() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        move(Place.ELSEWHERE);
        daysPass(1);
        publish(1, "mx2.example.net");

        assertThat(served()).isEqualTo(1);
        assertThat(live(domain)).isEqualTo(1);
        assertThat(standings.of(domain).horizonUnknown()).isTrue();

        confirming.fileIsUp(NAME, 2);
        assertThat(served()).isEqualTo(2);
        assertThat(live(domain)).isEqualTo(2);
        assertThat(standings.of(domain).latestHorizon()).isEqualTo(now().plus(WEEK));
    }

    @Test
    void whatWasUpElsewhereBeforeTheFileWasServedHereAgainIsConfirmedAnew() {
        here("mx1.example.net");
        publish(0, "mx1.example.net");
        move(Place.ELSEWHERE);
        confirming.fileIsUp(NAME, 1);
        move(Place.HERE);
        confirming.recordsCreated(NAME, 1);
        move(Place.ELSEWHERE);

        assertThat(reach().fileUp()).isFalse();
        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(reach().fileUp()).isTrue();
    }

    @Test
    void whatIsServedHereReachesSendersAnHourAfterTheyAreLedHere() {
        signIn("Ana");
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        confirming.recordsCreated(NAME, 1);
        daysPass(1);
        publish(1, "mx2.example.net");

        move(Place.HERE);
        daysPass(3);

        assertThat(served()).isEqualTo(2);
        assertThat(live(domain)).isEqualTo(1);
        assertThat(standings.of(domain).horizonUnknown()).isTrue();
        assertThat(reach().arriving()).isTrue();
        assertThat(life(2))
                .contains("policy.life.moved-here", "policy.life.not-led")
                .doesNotContain("policy.life.elsewhere");
        assertThat(confirming.recordsCreated(NAME, 2)).isEqualTo(NOT_CURRENT);

        var led = now();
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(ALREADY);
        assertThat(reach().arriving()).isFalse();
        assertThat(live(domain)).isEqualTo(1);
        assertThat(standings.of(domain).latestHorizon())
                .isEqualTo(led.plus(HOUR).plus(WEEK));
        assertThat(life(2)).contains("policy.life.moved-here", "policy.life.led");

        clock.advance(HOUR);
        assertThat(live(domain)).isEqualTo(2);
        assertThat(reach().recordsSay(2)).isFalse();
        assertThat(confirming.recordsCreated(NAME, 2)).isEqualTo(CONFIRMED);
        assertThat(reach().recordsSay(2)).isTrue();
    }

    @Test
    void aVersionPublishedHereBeforeSendersAreLedHereWaitsForThat() {
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        move(Place.HERE);
        assertThat(reach().live(now())).isTrue();
        daysPass(1);
        publish(1, "mx2.example.net");

        assertThat(served()).isEqualTo(2);
        assertThat(live(domain)).isEqualTo(1);
        assertThat(standings.of(domain).horizonUnknown()).isTrue();
        assertThat(life(2)).contains("policy.life.here", "policy.life.not-led");

        confirming.recordsCreated(NAME, 1);
        assertThat(standings.of(domain).latestHorizon())
                .isEqualTo(now().plus(HOUR).plus(WEEK));
        daysPass(1);
        publish(2, "mx3.example.net");
        assertThat(live(domain)).isEqualTo(3);
    }

    @Test
    void whatNobodyPutUpElsewhereIsServedHereAtOnceAndToldSo() {
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");

        move(Place.HERE);

        assertThat(live(domain)).isEqualTo(1);
        assertThat(life(1)).contains("policy.life.moved-here").doesNotContain("policy.life.elsewhere");
        assertThat(count("audit_entry where action = 'policy.served-here'")).isEqualTo(1);
        assertThat(count("audit_entry where action = 'policy.file-confirmed'")).isZero();
    }

    @Test
    void anotherTargetOrAddressReopensTheRecordsAndTheOldOneClosesThemAgain() {
        here("mx1.example.net");
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        publish(0, "mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        assertThat(reach().recordsSay(1)).isTrue();
        daysPass(2);

        settings("sts2.example.net", "mailto:tlsrpt@example.net");
        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.recordsSay(1)).isFalse();
            assertThat(reach.policyHostChanged()).isTrue();
            assertThat(reach.policyHostSince()).isEqualTo(now());
            assertThat(reach.reportAddressChanged()).isFalse();
        });
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        assertThat(reach().recordsSay(1)).isTrue();

        settings("sts.example.net", "mailto:tls2@example.net");
        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.reportAddressChanged()).isTrue();
            assertThat(reach.reportAddressAt()).isEqualTo(now());
        });
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(reach().recordsSay(1)).isTrue();
    }

    @Test
    void whatADomainSaysOfItselfReopensItsRecordsToo() {
        here("mx1.example.net");
        settings("sts.example.net", "mailto:tlsrpt@example.net");
        publish(0, "mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        daysPass(1);

        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(NAME);
            domain.override("own.example.org", null, now());
            domains.saveAndFlush(domain);
        });

        assertThat(reach().policyHostChanged()).isTrue();
        assertThat(reach().policyHostSince()).isEqualTo(now());
        settings("sts3.example.net", "mailto:tlsrpt@example.net");
        assertThat(reach().wanted().policyHost()).isEqualTo("own.example.org");
    }

    @Test
    void whoeverConfirmsOtherRecordsThanThoseThatAreToBeIsToldSo() {
        here("mx1.example.net");
        publish(0, "mx1.example.net");
        var shown = reach().wanted().text();
        settings("sts2.example.net", "mailto:tlsrpt@example.net");

        assertThat(confirming.recordsCreated(NAME, 1, shown)).isEqualTo(OTHER_RECORDS);
        assertThat(confirming.recordsCreated(NAME, 1, reach().wanted().text())).isEqualTo(CONFIRMED);
    }

    @Test
    void recordsWithoutAValueCannotHaveBeenCreated() {
        nothingIsSet();
        here("mx1.example.net");
        publish(0, "mx1.example.net");
        assertThat(reach().missing(false)).containsExactly(Reach.Missing.POLICY_HOST, Reach.Missing.REPORT_ADDRESS);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(RECORDS_MISSING);
        settings("sts.example.net", null);
        assertThat(reach().missing(false)).containsExactly(Reach.Missing.REPORT_ADDRESS);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(RECORDS_MISSING);
        assertThat(reach().said()).isNull();

        settings("sts.example.net", "mailto:tlsrpt@example.net");
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);

        nothingIsSet();
        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.policyHostChanged()).isFalse();
            assertThat(reach.reportAddressChanged()).isFalse();
        });
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(RECORDS_MISSING);
        assertThat(reach().missing(true)).isEmpty();
    }

    @Test
    void elsewhereThePolicyHostIsKnownToThoseWhoRunIt() {
        settings(null, "mailto:tlsrpt@example.net");
        elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);

        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(NAME);
            domain.override("web.example.org", null, now());
            domains.saveAndFlush(domain);
        });
        assertThat(reach().recordsSay(1)).isTrue();
    }

    @Test
    void whatHadNoValueIsAddedAndNotChanged() {
        here("mx1.example.net");
        publish(0, "mx1.example.net");
        jdbc.sql("""
            insert into policy_confirmation (domain_id, number, what, place, confirmed_at, confirmed_by)
            select id, 1, 'records', 'here', :now, 'Ana' from domain\
            """).param("now", now().atOffset(ZoneOffset.UTC)).update();

        assertThat(reach()).satisfies(reach -> {
            assertThat(reach.policyHostAdded()).isTrue();
            assertThat(reach.reportAddressAdded()).isTrue();
            assertThat(reach.policyHostChanged()).isFalse();
            assertThat(reach.reportAddressChanged()).isFalse();
            assertThat(reach.recordsSay(1)).isFalse();
        });
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(reach().recordsSay(1)).isTrue();
    }

    private Reach reach() {
        return reaches.of(domains.require(NAME));
    }

    private int live(Domain domain) {
        return versions.live(domain).orElseThrow().number();
    }

    private int served() {
        return jdbc.sql("select number from served_policy").query(Integer.class).single();
    }

    private List<String> life(int number) {
        var domain = domains.require(NAME);
        var version = versions.find(domain, number).orElseThrow();
        return VersionView.of(version, Timeline.of(versions.of(domain)), now()).life().stream()
                .map(Words::key)
                .toList();
    }

    private void settings(@Nullable String target, @Nullable String report) {
        installation.change(new InstallationSettings(null, target, report, "here"));
    }

    private void move(Place place) {
        transaction.executeWithoutResult(status -> {
            var domain = domains.lock(NAME);
            domain.serve(place, now());
            domains.saveAndFlush(domain);
            events.publishEvent(new PlaceChanged(domain.id(), place));
        });
    }

    private void publish(int expectedCurrent, String mx) {
        var publication =
                publishing.publish(NAME, expectedCurrent, policy(Mode.TESTING, mx), Deed.PUBLISHED, "", null, null);
        assertThat(publication).isInstanceOf(Publication.Published.class);
    }
}
