package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mtasts.ApplicationTest;
import mtasts.policy.Publication.AlreadyPublished;
import mtasts.policy.Publication.NothingToPublish;
import mtasts.policy.Publication.Published;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class RetiringTest extends WithDomains {

    @Autowired
    private Retiring retiring;

    @Autowired
    private Confirming confirming;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Versions versions;

    @Autowired
    private Standings standings;

    @Test
    void publishesNoneWithOneDayAndKeepsTheHosts() {
        var domain = here("mx1.example.net");
        enforce("mx1.example.net", "*.mail.example.org");
        daysPass(1);

        assertThat(retiring.retire(NAME, 1, "given up")).isInstanceOf(Published.class);

        assertThat(versions.current(domain)).get().satisfies(version -> {
            assertThat(version.mode()).isEqualTo(Mode.NONE);
            assertThat(version.maxAge()).isEqualTo(MaxAge.DAY);
            assertThat(version.text())
                    .isEqualTo("version: STSv1\r\nmode: none\r\nmx: mx1.example.net\r\nmx: *.mail.example.org\r\n"
                            + "max_age: 86400\r\n");
            assertThat(version.deed()).isEqualTo(Deed.RETIRED);
            assertThat(version.reason()).isEqualTo("given up");
            assertThat(version.note()).isEmpty();
        });
    }

    @Test
    void itIsRetiredWhenNoSenderHoldsWhatWasBefore() {
        var domain = here("mx1.example.net");
        enforce("mx1.example.net");
        daysPass(1);
        retiring.retire(NAME, 1, "");

        daysPass(7);
        assertThat(standings.of(domain).stage(now())).isEqualTo(Stage.RETIRING);
        assertThat(standings.of(domain).stage(now().plusNanos(1000))).isEqualTo(Stage.RETIRED);
    }

    @Test
    void elsewhereRetirementWaitsUntilTheFileIsUp() {
        var domain = elsewhere("mx1.example.net");
        enforce("mx1.example.net");
        confirming.fileIsUp(NAME, 1);
        daysPass(1);
        retiring.retire(NAME, 1, "");

        daysPass(1000);
        assertThat(standings.of(domain).stage(now())).isEqualTo(Stage.RETIRING);
        confirming.fileIsUp(NAME, 2);
        daysPass(8);
        assertThat(standings.of(domain).stage(now())).isEqualTo(Stage.RETIRED);
    }

    @Test
    void whatWasNeverUpIsNotRetired() {
        var domain = elsewhere("mx1.example.net");
        enforce("mx1.example.net");
        daysPass(1);

        assertThat(retiring.retire(NAME, 1, "")).isEqualTo(new NothingToPublish());
        assertThat(versions.of(domain)).hasSize(1);
    }

    @Test
    void worksWhateverTheFindings() {
        here("mx1.example.net", "mx2.example.net");
        enforce("*.amazonaws.com");
        daysPass(1);

        assertThat(retiring.retire(NAME, 1, "")).isInstanceOf(Published.class);
    }

    @Test
    void pressedTwiceItIsOneVersion() {
        var domain = here("mx1.example.net");
        enforce("mx1.example.net");
        daysPass(1);
        retiring.retire(NAME, 1, "");
        daysPass(1);

        assertThat(retiring.retire(NAME, 1, "")).isInstanceOf(AlreadyPublished.class);
        assertThat(retiring.retire(NAME, 2, "")).isEqualTo(new NothingToPublish());
        assertThat(versions.of(domain)).hasSize(2);
    }

    @Test
    void anOpenDraftStays() {
        var domain = here("mx1.example.net");
        enforce("mx1.example.net");
        drafting.save(NAME, 1, null, typed("mx2.example.net"));
        daysPass(1);

        retiring.retire(NAME, 1, "");

        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed("mx2.example.net"));
    }

    @Test
    void whatWasNeverPublishedIsNotRetired() {
        here("mx1.example.net");

        assertThatThrownBy(() -> retiring.retire(NAME, 0, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private void enforce(String... mx) {
        assertThat(publishing.publish(NAME, 0, policy(Mode.ENFORCE, mx), Deed.PROMOTED_ANYWAY, "", "at once", null))
                .isInstanceOf(Published.class);
    }
}
