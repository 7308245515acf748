package mtasts.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mtasts.ApplicationTest;
import mtasts.audit.AuditEntry;
import mtasts.audit.AuditTrail;
import mtasts.domain.NoSuchDomain;
import mtasts.domain.Place;
import mtasts.policy.Deed;
import mtasts.policy.Draft;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.policy.Standing;
import mtasts.policy.Word;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PromotionTest extends WithPublished {

    private static final Word WHOLE = new Word(true, true, true);
    private static final Word NONE = new Word(false, false, false);

    @Autowired
    private Promotion promotion;

    @Autowired
    private BackToTesting backToTesting;

    @Autowired
    private Drafts drafts;

    @Autowired
    private AuditTrail audit;

    @Test
    void onTheDayWithTheWordTheCurrentVersionGoesToEnforce() {
        testing("mx1.example.net", "mx2.example.net");
        pass(Standing.TWO_WEEKS);

        assertThat(promotion.promote(NAME, 1, WHOLE, null)).isInstanceOf(Publication.Published.class);

        assertThat(currentText())
                .isEqualTo("version: STSv1\r\nmode: enforce\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\n"
                        + "max_age: 1209600\r\n");
        assertThat(current())
                .hasValueSatisfying(version -> assertThat(version)
                        .returns(2, PolicyVersion::number)
                        .returns(Deed.PROMOTED, PolicyVersion::deed)
                        .returns(WHOLE, PolicyVersion::word)
                        .returns(null, PolicyVersion::reason));
        assertThat(audit.latest(1)).extracting(AuditEntry::action).containsExactly("policy.promoted");
    }

    @Test
    void fourteenTimesTwentyFourHoursAreCountedToTheSecond() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS.minusSeconds(1));
        assertThat(promotion.promote(NAME, 1, WHOLE, null)).isInstanceOf(Publication.ReasonNeeded.class);
        assertThat(current()).map(PolicyVersion::mode).contains(Mode.TESTING);

        pass(Duration.ofSeconds(1));
        assertThat(promotion.promote(NAME, 1, WHOLE, null)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void aNewVersionInTestingKeepsTheDays() {
        testing("mx1.example.net");
        pass(Duration.ofDays(10));
        publish(NAME, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx2.example.net");
        pass(Duration.ofDays(4));

        assertThat(promotion.promote(NAME, 2, WHOLE, null)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void beforeTheDayAReasonIsNeededAndKept() {
        testing("mx1.example.net");
        pass(Duration.ofDays(3));
        assertThat(promotion.promote(NAME, 1, NONE, " ")).isInstanceOf(Publication.ReasonNeeded.class);

        promotion.promote(NAME, 1, NONE, "tested by hand");

        assertThat(current())
                .hasValueSatisfying(version -> assertThat(version)
                        .returns(Deed.PROMOTED_ANYWAY, PolicyVersion::deed)
                        .returns("tested by hand", PolicyVersion::reason)
                        .returns(null, PolicyVersion::word));
    }

    @Test
    void withoutTheWholeWordAReasonIsNeededAndWhatWasGivenIsKept() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        var part = new Word(true, false, true);
        assertThat(promotion.promote(NAME, 1, part, null)).isInstanceOf(Publication.ReasonNeeded.class);

        promotion.promote(NAME, 1, part, "no sender reports to us");

        assertThat(current())
                .hasValueSatisfying(version -> assertThat(version)
                        .returns(Deed.PROMOTED_ANYWAY, PolicyVersion::deed)
                        .returns(part, PolicyVersion::word));
    }

    @Test
    void anUncoveredHostNeedsAReasonOnTheDayToo() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(NAME, 0, Mode.TESTING, MaxAge.WEEK, "mx1.example.net");
        pass(Standing.TWO_WEEKS);

        assertThat(promotion.promote(NAME, 1, WHOLE, null))
                .isInstanceOfSatisfying(
                        Publication.ReasonNeeded.class,
                        needed -> assertThat(needed.findings()).hasSize(1));
        assertThat(promotion.promote(NAME, 1, WHOLE, "mx2 is switched off")).isInstanceOf(Publication.Published.class);
    }

    @Test
    void anOpenDraftStaysAndIsNotPublished() {
        testing("mx1.example.net");
        draft("mx1.example.net", "mx9.example.net");
        pass(Standing.TWO_WEEKS);

        promotion.promote(NAME, 1, WHOLE, null);

        assertThat(currentText()).doesNotContain("mx9");
        assertThat(openDraft())
                .map(draft -> draft.typed().mx())
                .contains(List.of("mx1.example.net", "mx9.example.net"));
    }

    @Test
    void aDomainNeverPublishedGoesToEnforceAtOnceByItsDraftWithAReason() {
        registered(NAME, Place.HERE, "mx1.example.net");
        assertThat(promotion.promote(NAME, 0, WHOLE, null)).isInstanceOf(Publication.ReasonNeeded.class);

        promotion.promote(NAME, 0, NONE, "taken over from another server");

        assertThat(currentText()).contains("mode: enforce\r\nmx: mx1.example.net\r\nmax_age: 1209600\r\n");
        assertThat(openDraft()).isEmpty();
        assertThat(promotion.promote(NAME, 0, NONE, "taken over from another server"))
                .isInstanceOf(Publication.AlreadyPublished.class);
    }

    @Test
    void whatTakesNoMailIsNotPromoted() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        takeNoMail(NAME);

        assertThat(promotion.promote(NAME, 1, WHOLE, "a reason")).isInstanceOf(Publication.NothingToPublish.class);
    }

    @Test
    void withoutAnyTextThereIsNothingToPublish() {
        registered(NAME, Place.HERE);
        assertThat(promotion.promote(NAME, 0, WHOLE, "a reason")).isInstanceOf(Publication.NothingToPublish.class);
    }

    @Test
    void aDoubleClickMakesOneVersion() throws Exception {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        var together = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var clicks = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Publication>>mapToObj(click -> () -> {
                        together.await();
                        return promotion.promote(NAME, 1, WHOLE, null);
                    })
                    .toList());
            var published = 0;
            for (var click : clicks) {
                published += click.get() instanceof Publication.Published ? 1 : 0;
                assertThat(click.get())
                        .isInstanceOfAny(Publication.Published.class, Publication.AlreadyPublished.class);
            }
            assertThat(published).isEqualTo(1);
        }
        assertThat(current()).map(PolicyVersion::number).contains(2);
    }

    @Test
    void whatSomebodyElsePublishedMeanwhileIsNotPassedOver() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        publish(NAME, 1, Mode.TESTING, MaxAge.WEEK, "mx1.example.net", "mx2.example.net");

        assertThat(promotion.promote(NAME, 1, WHOLE, null))
                .isInstanceOfSatisfying(
                        Publication.Overtaken.class,
                        overtaken -> assertThat(overtaken.current().number()).isEqualTo(2));
    }

    @Test
    void inEnforceThereIsNothingToPromote() {
        testing("mx1.example.net");
        pass(Duration.ofHours(1));
        publish(NAME, 1, Mode.ENFORCE, MaxAge.WEEK, "mx1.example.net");
        assertThat(promotion.promote(NAME, 2, WHOLE, "a reason")).isInstanceOf(Publication.NothingToPublish.class);
    }

    @Test
    void afterGivingUpTestingComesFirst() {
        testing("mx1.example.net");
        pass(Duration.ofHours(1));
        publish(NAME, 1, Mode.NONE, MaxAge.DAY, "mx1.example.net");
        assertThat(promotion.promote(NAME, 2, WHOLE, "a reason")).isInstanceOf(Publication.NothingToPublish.class);

        pass(Duration.ofHours(1));
        assertThat(backToTesting.goBack(NAME, 2, null)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void aClockThatIsBehindPublishesNothing() {
        testing("mx1.example.net");
        pass(Duration.ofSeconds(-1));
        assertThat(promotion.promote(NAME, 1, WHOLE, "a reason")).isInstanceOf(Publication.ClockBehind.class);
    }

    @Test
    void aNameThatIsNotRegisteredIsRefused() {
        assertThatThrownBy(() -> promotion.promote(DomainName.of("unknown.example"), 0, WHOLE, "a reason"))
                .isInstanceOf(NoSuchDomain.class);
    }

    @Test
    void backToTestingPublishesAWeekAndBeginsTheDaysAnew() {
        testing("mx1.example.net");
        pass(Standing.TWO_WEEKS);
        promotion.promote(NAME, 1, WHOLE, null);
        pass(Duration.ofDays(30));

        assertThat(backToTesting.goBack(NAME, 2, "mx1 has a bad certificate"))
                .isInstanceOf(Publication.Published.class);

        assertThat(currentText()).contains("mode: testing", "mx: mx1.example.net", "max_age: 604800");
        assertThat(current())
                .hasValueSatisfying(version -> assertThat(version)
                        .returns(3, PolicyVersion::number)
                        .returns(Deed.BACK_TO_TESTING, PolicyVersion::deed)
                        .returns("mx1 has a bad certificate", PolicyVersion::reason));
        assertThat(audit.latest(1)).extracting(AuditEntry::action).containsExactly("policy.back-to-testing");

        pass(Standing.TWO_WEEKS.minusSeconds(1));
        assertThat(promotion.promote(NAME, 3, WHOLE, null)).isInstanceOf(Publication.ReasonNeeded.class);
        pass(Duration.ofSeconds(1));
        assertThat(promotion.promote(NAME, 3, WHOLE, null)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void backToTestingWorksWithAHostThatIsNotCoveredAndWithoutAReason() {
        registered(NAME, Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(NAME, 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "*.amazonaws.com");
        pass(Duration.ofHours(1));

        assertThat(backToTesting.goBack(NAME, 1, null)).isInstanceOf(Publication.Published.class);
        assertThat(backToTesting.goBack(NAME, 1, null))
                .as("a second click")
                .isInstanceOf(Publication.AlreadyPublished.class);
        assertThat(current()).map(PolicyVersion::number).contains(2);
    }

    @Test
    void inTestingThereIsNothingToGoBackFrom() {
        testing("mx1.example.net");
        assertThat(backToTesting.goBack(NAME, 1, null)).isInstanceOf(Publication.NothingToPublish.class);
    }

    @Test
    void goingBackFromAVersionThatIsNoLongerCurrentIsRefused() {
        testing("mx1.example.net");
        pass(Duration.ofHours(1));
        publish(NAME, 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        pass(Duration.ofHours(1));
        publish(NAME, 2, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net", "mx2.example.net");
        assertThat(backToTesting.goBack(NAME, 2, null)).isInstanceOf(Publication.Overtaken.class);
    }

    private String currentText() {
        return current().map(PolicyVersion::text).orElse("");
    }

    private Optional<Draft> openDraft() {
        return drafts.of(domains.require(NAME));
    }
}
