package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.MxHostsChanged;
import mtasts.domain.Providers;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.PolicyCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ApplicationTest
class PolicyFindingsTest extends WithDomains {

    @Autowired
    private PolicyFindings findings;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Removal removal;

    @Autowired
    private Providers providers;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void aSavedDraftsFindingsAreKept() {
        var domain = here("mx1.example.net", "mx2.example.net");

        drafting.save(NAME, 0, null, typed("mx1.example.net."));

        assertThat(kept("draft")).containsExactly("policy.mx.syntax invalid 1");
        assertThat(kept("current")).isEmpty();
        assertThat(worst(domain)).isEqualTo(3);
        assertThat(findings.draft(domain)).extracting("code").contains(PolicyCode.MX_SYNTAX);
    }

    @Test
    void whenItIsPublishedTheyAreTheCurrentTexts() {
        var domain = here("mx1.example.net", "mx2.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        assertThat(kept("current")).containsExactly("policy.mx.uncovered advice 1");
        assertThat(kept("draft")).isEmpty();
        assertThat(worst(domain)).isEqualTo(4);
        assertThat(findings.current(domain)).extracting("code").containsExactly(PolicyCode.MX_UNCOVERED);
    }

    @Test
    void changedHostsAreJudgedAtOnceAndWhatStaysKeepsItsDay() {
        var domain = here("mx1.example.net");
        publishing.publish(
                NAME,
                0,
                policy(Mode.ENFORCE, "mx1.example.net", "mx3.example.net"),
                Deed.PROMOTED_ANYWAY,
                "",
                "at once",
                null);
        assertThat(kept("current")).containsExactly("policy.max-age.enforce advice 1", "policy.mx.stale advice 1");
        var since = since("policy.mx.stale");
        daysPass(3);

        changeHosts("mx1.example.net", "mx2.example.net");

        assertThat(kept("current"))
                .containsExactly(
                        "policy.max-age.enforce advice 1", "policy.mx.stale advice 1", "policy.mx.uncovered danger 1");
        assertThat(worst(domain)).isEqualTo(5);
        assertThat(since("policy.mx.stale")).isEqualTo(since);
        assertThat(since("policy.mx.uncovered")).isEqualTo(now());
        changeHosts("mx1.example.net", "mx3.example.net");
        assertThat(kept("current")).containsExactly("policy.max-age.enforce advice 1");
    }

    @Test
    void theDraftAdoptsTheModeOfWhatIsPublished() {
        here("mx1.example.net", "mx2.example.net");
        publishing.publish(
                NAME,
                0,
                policy(Mode.ENFORCE, "mx1.example.net", "mx2.example.net"),
                Deed.PROMOTED_ANYWAY,
                "",
                "at once",
                null);
        drafting.save(NAME, 1, null, new Typed(List.of("mx1.example.net"), "1209600", ""));
        assertThat(kept("draft")).containsExactly("policy.mx.uncovered danger 1");
        daysPass(1);

        publishing.publish(NAME, 1, policy(Mode.TESTING, "mx1.example.net"), Deed.BACK_TO_TESTING, "", null, null);

        assertThat(kept("draft")).containsExactly("policy.mx.uncovered advice 1");
    }

    @Test
    void aDraftIsNoDangerToMailOnceSomethingIsPublished() {
        var domain = here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);

        drafting.save(NAME, 1, null, typed("not a name"));

        assertThat(kept("draft")).contains("policy.mx.syntax invalid 1");
        assertThat(worst(domain)).isZero();
    }

    @Test
    void discardedItHasNoFindings() {
        var domain = here("mx1.example.net");
        drafting.save(NAME, 0, null, typed("not a name"));

        drafting.discard(NAME);

        assertThat(kept("draft")).isEmpty();
        assertThat(worst(domain)).isZero();
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void aDomainThatComesBackIsJudgedByItsHostsOfNow() {
        here("mx1.example.net");
        publishing.publishTyped(NAME, 0, null, typed("mx1.example.net"), null);
        removal.removeAnyway(NAME, "by mistake");
        changeHosts("mx2.example.net");

        removal.undo(NAME);

        assertThat(kept("current")).contains("policy.mx.uncovered advice 1");
    }

    private void changeHosts(String... hosts) {
        transaction.executeWithoutResult(status -> {
            var domain = domains.lockEverRegistered(NAME).orElseThrow();
            domain.receiveAt(hosts(hosts), providers, now());
            domains.saveAndFlush(domain);
            events.publishEvent(new MxHostsChanged(domain.id()));
        });
    }

    private List<String> kept(String about) {
        return jdbc.sql("select code || ' ' || severity || ' ' || number from policy_finding where about = :about"
                        + " order by 1")
                .param("about", about)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Instant since(String code) {
        return jdbc.sql("select since from policy_finding where about = 'current' and code = :code")
                .param("code", code)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private int worst(Domain domain) {
        return jdbc.sql("select worst_severity from domain where id = :id")
                .param("id", domain.id())
                .query(Integer.class)
                .single();
    }
}
