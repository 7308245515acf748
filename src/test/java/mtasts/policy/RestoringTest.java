package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.policy.Restoring.Outcome.Changed;
import mtasts.policy.Restoring.Outcome.NoSuchVersion;
import mtasts.policy.Restoring.Outcome.Restored;
import mtasts.policy.Restoring.Outcome.Same;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.PolicyId;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class RestoringTest extends WithDomains {

    @Autowired
    private Restoring restoring;

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
    void theVersionsHostsAndLengthGoIntoTheDraftAndNothingElseChanges() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        daysPass(3);
        publish(1, "mx2.example.net");
        var standing = standings.of(domain);

        assertThat(restoring.restore(NAME, 1, null))
                .asInstanceOf(type(Restored.class))
                .satisfies(restored -> {
                    assertThat(restored.draft().typed()).isEqualTo(typed("mx1.example.net"));
                    assertThat(restored.lost()).isEmpty();
                });
        assertThat(standings.of(domain)).isEqualTo(standing);
        assertThat(versions.of(domain)).hasSize(2);
    }

    @Test
    void theModeStaysTheCurrentOne() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        daysPass(14);
        publishing.publish(NAME, 1, policy(Mode.ENFORCE, "mx1.example.net"), Deed.PROMOTED, "", null, null);
        daysPass(1);
        publishing.publishTyped(NAME, 2, null, typed("mx1.example.net", "mx2.example.net"), null);
        daysPass(1);
        restoring.restore(NAME, 1, null);
        var lock = drafts.of(domain).orElseThrow().lock();

        publishing.publishDraft(NAME, 3, lock, "", null);

        assertThat(versions.current(domain)).get().satisfies(version -> {
            assertThat(version.mode()).isEqualTo(Mode.ENFORCE);
            assertThat(version.mx()).containsExactly(MxPattern.of("mx1.example.net"));
        });
    }

    @Test
    void anotherDraftThanTheOneThatWasLookedAtIsNotReplaced() {
        here("mx1.example.net");
        publish(0, "mx1.example.net");
        daysPass(1);
        publish(1, "mx3.example.net");
        var draft = ((Saving.Saved) drafting.save(NAME, 2, null, typed("mx2.example.net"))).draft();

        assertThat(restoring.restore(NAME, 1, null)).isEqualTo(new Changed(draft));
        assertThat(restoring.restore(NAME, 1, draft.lock())).isInstanceOf(Restored.class);
    }

    @Test
    void whatTheCurrentVersionSaysIsNotRestoredAndNoDraftStaysOpen() {
        var domain = here("mx1.example.net");
        publish(0, "mx1.example.net");
        daysPass(1);
        publish(1, "mx2.example.net");
        daysPass(1);
        publish(2, "mx1.example.net");
        var draft = ((Saving.Saved) drafting.save(NAME, 3, null, typed("mx2.example.net"))).draft();

        assertThat(restoring.restore(NAME, 1, draft.lock())).isEqualTo(new Same());
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void whatADraftCannotHoldIsNamed() {
        var domain = here("mx1.example.net");
        verbatim(
                domain, "version: STSv1\nmode: testing\nmx: mx1.example.net\nfoo: bar\nmax_age: 604800\nmode: enforce");

        assertThat(restoring.restore(NAME, 1, null))
                .asInstanceOf(type(Restored.class))
                .satisfies(restored -> assertThat(restored.lost())
                        .containsExactly(
                                Words.of("policy.lost.line", "foo: bar"),
                                Words.of("policy.lost.line", "mode: enforce"),
                                Words.of("policy.lost.line-ends")));
    }

    @Test
    void aVersionThatIsNotThereIsNotRestored() {
        here("mx1.example.net");

        assertThat(restoring.restore(NAME, 1, null)).isEqualTo(new NoSuchVersion());
    }

    private void publish(int expectedCurrent, String mx) {
        publishing.publish(NAME, expectedCurrent, policy(Mode.TESTING, mx), Deed.PUBLISHED, "", null, null);
    }

    /** A text as another publisher may have written it. */
    private void verbatim(Domain domain, String text) {
        var policy = policy(Mode.TESTING, "mx1.example.net");
        versions.append(
                List.of(new PolicyVersion(
                        domain.id(),
                        1,
                        PolicyId.of(now(), text),
                        text,
                        policy.mode(),
                        policy.mx(),
                        MaxAge.WEEK,
                        domain.place(),
                        now(),
                        Deed.PUBLISHED,
                        "Ana",
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                new Author(null, "Ana"));
    }
}
