package mtasts.policy;

import static mtasts.policy.Confirming.Outcome.ALREADY;
import static mtasts.policy.Confirming.Outcome.CONFIRMED;
import static mtasts.policy.Confirming.Outcome.FILE_FIRST;
import static mtasts.policy.Confirming.Outcome.NOT_CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mtasts.ApplicationTest;
import mtasts.domain.Place;
import mtasts.domain.PlaceChanged;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ApplicationTest
class ConfirmingTest extends WithDomains {

    @Autowired
    private Confirming confirming;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Versions versions;

    @Autowired
    private Standings standings;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void withTheFileUpTheVersionIsLiveAndTheOldHorizonBegins() {
        signIn("Ana");
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        daysPass(1);
        publish(1, "mx2.example.net");
        assertThat(versions.live(domain)).map(PolicyVersion::number).contains(1);
        assertThat(standings.of(domain).horizonUnknown()).isTrue();
        daysPass(1);

        assertThat(confirming.fileIsUp(NAME, 2)).isEqualTo(CONFIRMED);

        assertThat(versions.live(domain))
                .get()
                .satisfies(version ->
                        assertThat(version.file()).isEqualTo(new Confirmation(now(), "Ana", Place.ELSEWHERE)));
        assertThat(standings.of(domain).latestHorizon()).isEqualTo(now().plus(Duration.ofDays(7)));
    }

    @Test
    void whatWasSaidIsNotSaidTwice() {
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        var said = versions.current(domain);
        daysPass(1);

        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(ALREADY);
        assertThat(versions.current(domain)).isEqualTo(said);
    }

    @Test
    void ofAVersionThatIsNotTheCurrentOneNothingIsSaid() {
        elsewhere("mx1.example.net");
        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(NOT_CURRENT);
        publish(0, "mx1.example.net");
        daysPass(1);
        publish(1, "mx2.example.net");

        assertThat(confirming.fileIsUp(NAME, 1)).isEqualTo(NOT_CURRENT);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(NOT_CURRENT);
        assertThat(confirming.recordsCreated(NAME, 3)).isEqualTo(NOT_CURRENT);
    }

    @Test
    void theFileComesBeforeTheRecords() {
        signIn("Ana");
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");

        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(FILE_FIRST);
        confirming.fileIsUp(NAME, 1);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(CONFIRMED);
        assertThat(confirming.recordsCreated(NAME, 1)).isEqualTo(ALREADY);
        assertThat(versions.current(domain))
                .map(PolicyVersion::records)
                .contains(new Confirmation(now(), "Ana", Place.ELSEWHERE));
    }

    @Test
    void bothAreInTheAuditTrail() {
        elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        confirming.recordsCreated(NAME, 1);

        assertThat(count("audit_entry where action in ('policy.file-confirmed', 'policy.records-confirmed')"))
                .isEqualTo(2);
    }

    @Test
    void aDomainThatMovesHereHasItsFileUpAtOnce() {
        var domain = elsewhere("mx1.example.net");
        publish(0, "mx1.example.net");
        daysPass(1);
        publish(1, "mx2.example.net");

        move(Place.HERE);

        assertThat(versions.live(domain)).map(PolicyVersion::number).contains(2);
        assertThat(standings.of(domain))
                .isEqualTo(Timeline.of(versions.of(domain)).standing());
        assertThat(jdbc.sql("select number from served_policy")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDomainThatMovesAwayKeepsWhatIsConfirmed() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        var before = versions.of(domain);

        move(Place.ELSEWHERE);

        assertThat(versions.of(domain)).isEqualTo(before);
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
        assertThat(publishing.publish(NAME, expectedCurrent, policy(Mode.TESTING, mx), Deed.PUBLISHED, "", null, null))
                .isInstanceOf(Publication.Published.class);
    }
}
