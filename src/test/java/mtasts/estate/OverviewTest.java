package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.policy.Confirming;
import mtasts.policy.Removal;
import mtasts.policy.Standing;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.web.Mark;
import mtasts.web.PageRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class OverviewTest extends WithPublished {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Counting counting;

    @Autowired
    private EstateStep nextStep;

    @Autowired
    private Attentions attentions;

    @Autowired
    private DueDomains due;

    @Autowired
    private DomainList list;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Confirming confirming;

    @Autowired
    private Removal removal;

    @Autowired
    private Registering registering;

    @Test
    void withoutADomainThePageSaysHowToBegin() {
        assertThat(overview())
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("Start with one domain", "action=\"/domains/new\"", "name=\"hosts\"", "The three stages");
        assertThat(mvc.get().uri("/").with(As.reader()).exchange())
                .bodyText()
                .contains("Nobody has registered a domain yet.")
                .doesNotContain("action=\"/domains/new\"");
    }

    @Test
    void domainsAreCountedByStageAndByTheClock() {
        registered(name("a"), Place.HERE, "mx.example.net");
        testing(name("b"), Place.HERE, "mx.example.net");
        testing(name("c"), Place.HERE, "mx.example.net");
        registered(name("d"), Place.HERE, "mx.example.net");
        publish(name("d"), 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx.example.net");
        assertThat(counting.stages()).isEqualTo(new StageCounts(1, 2, 0, 1, 0, 0));

        pass(Standing.TWO_WEEKS);
        publish(name("c"), 1, Mode.NONE, MaxAge.DAY, "mx.example.net");
        assertThat(counting.stages()).isEqualTo(new StageCounts(1, 1, 1, 1, 1, 0));

        pass(Duration.ofDays(7).plusSeconds(1));
        assertThat(counting.stages()).isEqualTo(new StageCounts(1, 1, 1, 1, 0, 1));

        removal.remove(name("a"));
        assertThat(counting.stages()).isEqualTo(new StageCounts(0, 1, 1, 1, 0, 1));
    }

    @Test
    void aDomainIsDueToTheSecondAndOverdueAWeekLater() {
        testing("mx.example.net");
        pass(Standing.TWO_WEEKS.minusSeconds(1));
        assertThat(due.first()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(due.first()).containsExactly(new DueDomains.Due("example.com", "example.com", false, 14));
        assertThat(attentions.all()).isEmpty();

        pass(Standing.WEEK_OF_GRACE.minusSeconds(1));
        assertThat(attentions.all()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(attentions.all())
                .singleElement()
                .returns(Mark.ADVICE, Attention::mark)
                .returns(1L, Attention::domains);
    }

    @Test
    void findingsAreGroupedByCodeWorstForMailFirst() {
        testing(name("a"), Place.HERE, "mx1.example.net");
        registered(name("b"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("b"), 0, Mode.ENFORCE, MaxAge.WEEK, "mx1.example.net");
        registered(name("c"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("c"), 0, Mode.ENFORCE, MaxAge.WEEK, "mx1.example.net");

        assertThat(attentions.all())
                .extracting(attention -> attention.mark() + " " + attention.href() + " " + attention.domains())
                .containsExactly(
                        "DANGER /domains?finding=policy.mx.uncovered 2",
                        "ADVICE /domains?finding=policy.max-age.enforce 2");
    }

    @Test
    void mailHeldBackComesBeforeEverything() {
        testing(name("a"), Place.ELSEWHERE, "mx1.example.net");
        registered(name("b"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("b"), 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(nextStep.now().urgent()).isTrue();
        assertThat(overview())
                .bodyText()
                .contains("Mail for <b>b.example</b> is being held back: add <b>mx2.example.net</b> to the policy.");

        registered(name("c"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("c"), 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(overview())
                .bodyText()
                .contains("Mail is being held back in <b>2 domains</b>", "/domains?stage=enforce&amp;finding=");
    }

    @Test
    void thenWhatHasToBeDoneOutsideThenWhatIsDue() {
        registered(name("a"), Place.HERE, "mx1.example.net");
        assertThat(say()).isEqualTo("estate.next.publish.say-of");

        testing(name("b"), Place.HERE, "mx1.example.net");
        confirming.recordsCreated(name("b"), 1);
        pass(Standing.TWO_WEEKS);
        assertThat(say()).isEqualTo("estate.next.promote.say");

        testing(name("c"), Place.HERE, "mx1.example.net");
        assertThat(say()).isEqualTo("estate.next.create-records.say");

        testing(name("d"), Place.ELSEWHERE, "mx1.example.net");
        assertThat(say()).isEqualTo("estate.next.put-file-up.say");
    }

    @Test
    void everySentenceNamesItsDomainAndSpeaksOfNothingBelow() {
        testing(name("a"), Place.HERE, "mx1.example.net");
        assertThat(overview())
                .bodyText()
                .contains("Create 3 DNS records at the provider of <b>a.example</b>.")
                .doesNotContain("below", "I have created these");
        pass(Duration.ofMinutes(1));
        publish(name("a"), 1, Mode.TESTING, MaxAge.WEEK, "mx2.example.net");
        assertThat(overview()).bodyText().contains("to the policy of <b>a.example</b>");
        removal.removeAnyway(name("a"), "for the test");
        registered(name("b"), Place.HERE, "mx1.example.net");
        assertThat(overview()).bodyText().contains("Publish the policy of <b>b.example</b> in testing");
    }

    @Test
    void hostsThatNoPolicyCoversComeFirstHereAndInTheList() {
        registered(name("a"), Place.HERE, "mx1.example.net");
        publish(name("a"), 0, Mode.ENFORCE, MaxAge.WEEK, "*.example.org", "mx1.example.net");
        testing(name("b"), Place.ELSEWHERE, "mx1.example.net");
        registered(name("c"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("c"), 0, Mode.TESTING, MaxAge.WEEK, "mx1.example.net");
        assertThat(say()).isEqualTo("estate.next.cover.say-of");
        assertThat(names()).first().isEqualTo("c.example");

        registered(name("d"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("d"), 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(say()).isEqualTo("estate.next.cover-now.say-of");
        assertThat(names()).startsWith("d.example", "c.example");
    }

    @Test
    void theOthersThatWaitForTheSameCanBeFound() {
        testing(name("a"), Place.HERE, "mx1.example.net");
        pass(Duration.ofMinutes(1));
        testing(name("b"), Place.HERE, "mx1.example.net");
        assertThat(overview()).bodyText().contains("One more domain waits", "/domains?q=a.example");
        pass(Duration.ofMinutes(1));
        testing(name("c"), Place.HERE, "mx1.example.net");
        assertThat(overview()).bodyText().contains("2 more domains wait", "/domains?sort=changed&amp;stage=testing");
    }

    @Test
    void whereMoreMayWaitThanWereLookedAtThatIsSaid() {
        registering.register(IntStream.range(0, 203)
                .mapToObj(i -> new Registering.Registration(
                        name("d" + i), MxHosts.read("mx.example.net"), Place.HERE, "", Tags.none()))
                .toList());
        assertThat(overview()).bodyText().contains("At least 199 more domains wait for the same");
        jdbc.sql("update domain set removed_at = now(), removed_by = 'Ada' where id in (select id from domain"
                        + " limit 13)")
                .update();
        assertThat(overview()).bodyText().contains(">189 more domains wait for the same");
    }

    @Test
    void aReaderIsNotToldToPressWhatIsNotThere() {
        registered(name("b"), Place.HERE, "mx1.example.net", "mx2.example.net");
        publish(name("b"), 0, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx1.example.net");
        assertThat(mvc.get().uri("/").with(As.reader()).exchange())
                .bodyText()
                .contains("Your account may look at everything and change nothing.")
                .doesNotContain("/policy/cover");
    }

    @Test
    void severalThatAreDueAreToldTogether() {
        for (var letter : new String[] {"a", "b", "c", "d"}) {
            testing(name(letter), Place.HERE, "mx1.example.net");
            confirming.recordsCreated(name(letter), 1);
        }
        pass(Standing.TWO_WEEKS);
        assertThat(overview())
                .bodyText()
                .contains("Two weeks of testing are over for <b>4 domains</b>", "and 1 more", "/domains?stage=due");
    }

    @Test
    void whereNothingIsToBeDoneTheNextDayIsTold() {
        testing("mx1.example.net");
        confirming.recordsCreated(NAME, 1);
        assertThat(overview()).bodyText().contains("<b>example.com</b> is due for enforce on");

        registered(name("a"), Place.HERE);
        removal.remove(name("a"));
        assertThat(say()).isEqualTo("estate.overview.next.wait.say");
    }

    @Test
    void theLatestChangesAreNamed() {
        testing("mx1.example.net");
        assertThat(overview()).bodyText().contains("Latest changes", "href=\"/domains/example.com\"");
        for (int i = 0; i < 9; i++) {
            jdbc.sql("insert into audit_entry (at, who, action, subject) values (now(), 'Ana',"
                            + " 'person.language-chosen', 'Ana')")
                    .update();
        }
        assertThat(changes()).contains("href=\"/domains/example.com\"").doesNotContain("language");
        jdbc.sql("""
            insert into audit_entry (at, who, action, subject) values (now(), 'Ana', 'sample.added', 'installation'),
                (now(), 'Ana', 'domain.removed', 'gone.example'),
                (now(), 'Ana', 'job.ended', '/jobs/7')\
            """).update();
        assertThat(changes())
                .contains(
                        "This installation",
                        "added the sample data",
                        "href=\"/audit?subject=gone.example\"",
                        "href=\"/jobs/7\"",
                        "Job 7",
                        "href=\"/domains/example.com\"")
                .doesNotContain("href=\"/domains/gone.example\"");
    }

    @Test
    void theSameStandsInSpanish() {
        testing("mx1.example.net");
        assertThat(mvc.get()
                        .uri("/")
                        .header("Accept-Language", "es")
                        .with(As.administrator())
                        .exchange())
                .bodyText()
                .contains("Requiere atención", "1 dominio")
                .doesNotContain("??");
    }

    private String changes() {
        var page =
                Objects.requireNonNull(overview().getMvcResult().getResponse().getContentAsByteArray());
        var text = new String(page, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("Latest changes"));
    }

    private List<String> names() {
        return list.rows(ListRequest.of("", "", "", "", "", new PageRequest(1, 25))).stream()
                .map(DomainRow::name)
                .toList();
    }

    private String say() {
        return nextStep.now().say().key();
    }

    private static DomainName name(String letter) {
        return DomainName.of(letter + ".example");
    }

    private MvcTestResult overview() {
        return mvc.get().uri("/").with(As.administrator()).exchange();
    }
}
