package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.NoSuchDomain;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class RemovalTest extends WithDomains {

    @Autowired
    private Removal removal;

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
    void aDomainNeverPublishedGoesAtOnce() {
        signIn("Ana");
        here("mx1.example.net");

        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.REMOVED);

        assertThat(domains.registered(NAME)).isEmpty();
        assertThat(domains.everRegistered(NAME)).get().satisfies(domain -> {
            assertThat(domain.removedAt()).isEqualTo(now());
            assertThat(domain.removedBy()).isEqualTo("Ana");
        });
    }

    @Test
    void aPublishedOneIsRefusedUntilNoneHasOutlivedEveryHorizon() {
        here("mx1.example.net");
        testing();
        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.HELD);
        daysPass(1);
        retiring.retire(NAME, 1, "");
        daysPass(7);
        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.HELD);
        clock.set(now().plusNanos(1000));

        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.REMOVED);
    }

    @Test
    void whatWasNeverUpGoesAtOnceAndCanComeBack() {
        elsewhere("mx1.example.net");
        testing();
        daysPass(1);
        publishing.publish(NAME, 1, policy(Mode.TESTING, "mx2.example.net"), Deed.PUBLISHED, "", null, null);

        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.REMOVED);
        assertThat(removal.undo(NAME)).isEqualTo(Removal.Undone.RESTORED);
    }

    @Test
    void aFileThatWasUpOnceIsHeldHoweverLittleIsKnownOfTheNext() {
        elsewhere("mx1.example.net");
        testing();
        confirming.fileIsUp(NAME, 1);
        daysPass(1);
        publishing.publish(NAME, 1, policy(Mode.TESTING, "mx2.example.net"), Deed.PUBLISHED, "", null, null);

        assertThat(removal.remove(NAME)).isEqualTo(Removal.Outcome.HELD);
    }

    @Test
    void noneIsServedUntilItIsRemoved() {
        var domain = here("mx1.example.net");
        testing();
        daysPass(1);
        retiring.retire(NAME, 1, "");
        daysPass(400);
        assertThat(served(domain)).contains("mode: none");

        removal.remove(NAME);

        assertThat(served(domain)).isNull();
    }

    @Test
    void anywayItTakesAReasonThatIsKept() {
        var domain = here("mx1.example.net");
        testing();

        assertThat(removal.removeAnyway(NAME, " ")).isEqualTo(Removal.Outcome.REASON_NEEDED);
        assertThat(removal.removeAnyway(NAME, " the name lapsed ")).isEqualTo(Removal.Outcome.REMOVED);
        assertThat(domains.everRegistered(NAME)).map(Domain::removalReason).contains("the name lapsed");
        assertThat(served(domain)).isNull();
        assertThat(count("audit_entry where action = 'domain.removed' and after ->> 'reason' = 'the name lapsed'"))
                .isEqualTo(1);
    }

    @Test
    void undoneEverythingIsAsItWas() {
        var domain = here("mx1.example.net");
        testing();
        drafting.save(NAME, 1, null, typed("mx2.example.net"));
        var standing = standings.of(domain);
        removal.removeAnyway(NAME, "by mistake");
        daysPass(30);

        assertThat(removal.undo(NAME)).isEqualTo(Removal.Undone.RESTORED);

        assertThat(domains.require(NAME).removed()).isFalse();
        assertThat(standings.of(domain)).isEqualTo(standing);
        assertThat(drafts.of(domain)).isPresent();
        assertThat(served(domain)).contains("mode: testing");
        assertThat(removal.undo(NAME)).isEqualTo(Removal.Undone.NOT_REMOVED);
        assertThat(count("audit_entry where action = 'domain.restored'")).isEqualTo(1);
    }

    @Test
    void after30DaysItIsNotUndone() {
        here("mx1.example.net");
        removal.remove(NAME);
        daysPass(30);
        clock.set(now().plusNanos(1000));

        assertThat(removal.undo(NAME)).isEqualTo(Removal.Undone.TOO_LATE);
        assertThat(domains.registered(NAME)).isEmpty();
    }

    @Test
    void registeringTheNameAgainContinuesItsVersions() {
        var domain = here("mx1.example.net");
        testing();
        removal.removeAnyway(NAME, "lapsed");
        daysPass(100);
        transaction.executeWithoutResult(status -> {
            var again = domains.lockEverRegistered(NAME).orElseThrow();
            again.restore(now());
            domains.saveAndFlush(again);
        });

        assertThat(publishing.publish(NAME, 1, policy(Mode.TESTING, "mx2.example.net"), Deed.PUBLISHED, "", null, null))
                .isInstanceOf(Publication.Published.class);
        assertThat(versions.of(domain)).extracting(PolicyVersion::number).containsExactly(2, 1);
        assertThat(versions.of(domain)).extracting(PolicyVersion::id).doesNotHaveDuplicates();
    }

    @Test
    void aRemovedDomainIsNotPublishedNorRemovedAgain() {
        here("mx1.example.net");
        removal.remove(NAME);

        assertThatThrownBy(() -> removal.remove(NAME)).isInstanceOf(NoSuchDomain.class);
        assertThatThrownBy(this::testing).isInstanceOf(NoSuchDomain.class);
        assertThatThrownBy(() -> removal.undo(mtasts.rfc8461.DomainName.of("never.example")))
                .isInstanceOf(NoSuchDomain.class);
    }

    private void testing() {
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);
    }

    private @Nullable String served(Domain domain) {
        return jdbc.sql("select text from served_policy where domain_id = :id")
                .param("id", domain.id())
                .query(String.class)
                .list()
                .getFirst();
    }
}
