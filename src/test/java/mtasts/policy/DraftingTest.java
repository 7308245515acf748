package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mtasts.ApplicationTest;
import mtasts.audit.AuditTrail;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.policy.Saving.Changed;
import mtasts.policy.Saving.Overtaken;
import mtasts.policy.Saving.Saved;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DraftingTest extends WithDomains {

    @Autowired
    private Drafting drafting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Versions versions;

    @Autowired
    private Providers providers;

    @Autowired
    private AuditTrail audit;

    @Test
    void theFirstSaveOpensADraft() {
        signIn("Ana");
        var domain = here("mx1.example.net");

        var saved = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));

        assertThat(drafts.of(domain)).contains(saved);
        assertThat(saved.savedBy()).isEqualTo("Ana");
        assertThat(saved.savedAt()).isEqualTo(now());
    }

    @Test
    void whatWasTypedIsKeptAsItWasTyped() {
        var domain = here("mx1.example.net");
        var typed = new Typed(List.of("MX1.Example.NET", "not a name!", "mx2.例え.テスト."), "a week", "line\nend");

        drafting.save(NAME, 0, null, typed);

        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed);
    }

    @Test
    void theSecondOfTwoIsToldAndTheFirstsTextStays() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        var theirs = saved(drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net")));

        assertThat(drafting.save(NAME, 0, opened.lock(), typed("mx3.example.net")))
                .isEqualTo(new Changed(theirs));
        assertThat(saved(drafting.save(NAME, 0, theirs.lock(), typed("mx3.example.net")))
                        .typed())
                .isEqualTo(typed("mx3.example.net"));
    }

    @Test
    void ofTwoFirstSavesTheSecondIsTold() {
        here("mx1.example.net");
        var theirs = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));

        assertThat(drafting.save(NAME, 0, null, typed("mx2.example.net"))).isEqualTo(new Changed(theirs));
    }

    @Test
    void savedTwiceTheSameIsSavedOnce() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        var first = saved(drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net")));
        var entries = count("audit_entry");

        assertThat(drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net")))
                .isEqualTo(new Saved(first));
        assertThat(count("audit_entry")).isEqualTo(entries);
    }

    @Test
    void aDraftThrownAwayAndBegunAnewIsAnother() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        drafting.discard(NAME);
        assertThat(drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net")))
                .isEqualTo(new Changed(null));
        var theirs = saved(drafting.save(NAME, 0, null, typed("mx3.example.net")));

        assertThat(drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net")))
                .isEqualTo(new Changed(theirs));
    }

    @Test
    void whoeverIsOvertakenByAPublicationIsTold() {
        var domain = here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(drafting.save(NAME, 0, null, typed("mx2.example.net")))
                .isEqualTo(new Overtaken(versions.current(domain).orElseThrow()));
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void discardingTakesTheDraftAwayAndNothingElse() {
        var domain = here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        drafting.save(NAME, 1, null, typed("mx2.example.net"));

        drafting.discard(NAME);
        drafting.discard(NAME);

        assertThat(drafts.of(domain)).isEmpty();
        assertThat(versions.of(domain)).hasSize(1);
        assertThat(count("audit_entry where action = 'policy.draft-discarded'")).isEqualTo(1);
    }

    @Test
    void everySaveIsInTheAuditTrailWithBeforeAndAfter() {
        here("mx1.example.net");
        var opened = saved(drafting.save(NAME, 0, null, typed("mx1.example.net")));
        drafting.save(NAME, 0, opened.lock(), typed("mx2.example.net"));

        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("policy.drafted");
            assertThat(entry.before()).containsEntry("mx", List.of("mx1.example.net"));
            assertThat(entry.after()).containsEntry("mx", List.of("mx2.example.net"));
        });
    }

    @Test
    void theFirstDraftSaysWhatIsProposedForOneWeek() {
        var domain = here("example-com.mail.protection.outlook.com", "mx1.example.net");

        transaction.executeWithoutResult(status -> drafting.begin(domain, Proposal.of(domain.hostNames(), providers)));

        assertThat(drafts.of(domain))
                .map(Draft::typed)
                .contains(typed("*.mail.protection.outlook.com", "mx1.example.net"));
    }

    @Test
    void coveringAddsWhatTheOpenDraftLeavesOut() {
        var domain = here("mx1.example.net", "mx2.example.net", "example-com.mail.protection.outlook.com");
        drafting.save(NAME, 0, null, new Typed(List.of("mx1.example.net"), "86400", "why"));

        assertThat(drafting.cover(NAME))
                .containsExactly(
                        DomainName.of("mx2.example.net"), DomainName.of("example-com.mail.protection.outlook.com"));
        assertThat(drafts.of(domain))
                .map(Draft::typed)
                .contains(new Typed(
                        List.of("mx1.example.net", "mx2.example.net", "*.mail.protection.outlook.com"),
                        "86400",
                        "why"));
    }

    @Test
    void coveringWithoutADraftGoesOnFromWhatIsPublished() {
        var domain = here("mx1.example.net", "mx2.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);

        assertThat(drafting.cover(NAME)).containsExactly(DomainName.of("mx2.example.net"));
        assertThat(drafts.of(domain)).map(Draft::typed).contains(typed("mx1.example.net", "mx2.example.net"));
        assertThat(drafting.cover(NAME)).isEmpty();
    }

    @Test
    void whatTheCurrentVersionSaysNeedsNoDraft() {
        var domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);
        var opened = saved(drafting.save(NAME, 1, null, typed("mx2.example.net")));

        assertThat(drafting.save(NAME, 1, opened.lock(), typed("MX1.example.net")))
                .isEqualTo(new Saving.Same());
        assertThat(drafting.save(NAME, 1, opened.lock(), typed("mx1.example.net")))
                .as("pressed twice")
                .isEqualTo(new Saving.Same());

        assertThat(drafts.of(domain)).isEmpty();
        assertThat(count("audit_entry where action = 'policy.draft-discarded'")).isEqualTo(1);
    }

    @Test
    void whatTheCurrentVersionSaysDoesNotCloseTheDraftOfSomebodyElse() {
        var domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);
        var theirs = saved(drafting.save(NAME, 1, null, typed("mx2.example.net")));

        assertThat(drafting.save(NAME, 1, null, typed("mx1.example.net"))).isEqualTo(new Changed(theirs));
        assertThat(drafts.of(domain)).contains(theirs);
    }

    private static Draft saved(Saving saving) {
        return ((Saved) saving).draft();
    }
}
