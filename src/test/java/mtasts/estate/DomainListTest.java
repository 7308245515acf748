package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.As;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.domain.Providers;
import mtasts.domain.Tags;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

@ApplicationTest
class DomainListTest {

    private static final Pattern ROW = Pattern.compile("class=\"rowlink\" href=\"/domains/([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Domains domains;

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FakeClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CountUpkeep counts;

    @BeforeEach
    void someDomains() {
        stand("alpha.example", "aspmx.l.google.com", "health", null, 0);
        stand("beta.example", "mx.beta.example", "own", "testing", 0);
        stand("bücher.example", "mx1.example.net", "own", "testing", 1);
        stand("gamma.example", "mail.protonmail.ch", "health own", "enforce", 2);
        stand("delta.example", "mx.delta.example", "", "none", 0);
        stand("epsilon.example", "mx.epsilon.example", "", "none", 0);
        update("due_at = :now", "beta.example", Duration.ZERO);
        update("due_at = :now", "xn--bcher-kva.example", Duration.ofDays(3));
        update("latest_horizon = :now", "delta.example", Duration.ofDays(3));
        update("latest_horizon = :now", "epsilon.example", Duration.ofDays(-3));
        finding("xn--bcher-kva.example", "policy.mx.stale", "advice");
        finding("gamma.example", "policy.mx.uncovered", "danger");
    }

    @Test
    void aFindingIsChosenByItsWords() {
        assertThat(mvc.get()
                        .uri("/domains?finding=policy.mx.stale")
                        .with(As.administrator())
                        .exchange())
                .bodyText()
                .contains(
                        "<option value=\"policy.mx.stale\" selected=\"selected\">An mx line covers no MX host"
                                + " (policy.mx.stale)<",
                        "<option value=\"policy.mx.uncovered\">An MX host is missing from the policy"
                                + " (policy.mx.uncovered)<");
    }

    @Test
    void aPageBehindTheLastIsTheLast() {
        assertThat(listed("page=99")).hasSize(6);
        assertThat(listed("page=99&stage=testing")).containsExactly("xn--bcher-kva.example", "beta.example");
        assertThat(listed("page=99&q=beta")).containsExactly("beta.example");
        assertThat(page("page=99&stage=due")).contains("1–1").doesNotContain("No domain is in this stage");
    }

    @Test
    void theMostUrgentComeFirst() {
        assertThat(listed(""))
                .containsExactly(
                        "gamma.example",
                        "xn--bcher-kva.example",
                        "beta.example",
                        "alpha.example",
                        "delta.example",
                        "epsilon.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=BETA | beta.example",
                "q=eta.ex | beta.example",
                "q=xn--bcher | xn--bcher-kva.example",
                "q=BÜCH | xn--bcher-kva.example",
                "q=bücher.example | xn--bcher-kva.example",
                "q=postmaster@BÜCHER.example | xn--bcher-kva.example",
                "q=https://mta-sts.beta.example/.well-known/mta-sts.txt | beta.example",
                "q=mta-sts.beta.example | beta.example",
                "q=Beta.Example. | beta.example",
                "q=aspmx | alpha.example",
                "q=MX1.example.net. | xn--bcher-kva.example",
                "q=google w | alpha.example",
                "q=proton | gamma.example",
                "q=mx.&tag=own | beta.example",
                "q=et | beta.example",
                "q=TA&sort=name | beta.example delta.example",
                "q=-k | xn--bcher-kva.example",
                "q=BÜ | xn--bcher-kva.example",
                "q=é | ''",
                "q=mx | ''",
                "q=go | ''",
                "q=_ | ''",
                "q=ga&stage=enforce&tag=own | gamma.example",
                "stage=unpublished | alpha.example",
                "stage=testing | xn--bcher-kva.example beta.example",
                "stage=due | beta.example",
                "stage=enforce | gamma.example",
                "stage=retiring | delta.example",
                "stage=retired | epsilon.example",
                "tag=HEALTH | gamma.example alpha.example",
                "tag=health&stage=enforce | gamma.example",
                "finding=policy.mx.uncovered | gamma.example",
                "finding=danger | gamma.example",
                "finding=advice | xn--bcher-kva.example",
                "q=% | ''",
                "q=_eta | ''",
                "q=\\ | ''",
                "q='' or 1=1 | ''",
                "q=nosuch | ''",
                "q=a\u0000b | ''",
                "tag=a\u0000 | ''",
                "finding=\u202E | ''",
                "stage=nosuch&tag=own&finding=danger | gamma.example",
                "stage=testing&sort=name | beta.example xn--bcher-kva.example",
            })
    void findsByNameHostProviderStageTagAndFinding(String query, String names) {
        assertThat(listed(query))
                .containsExactlyElementsOf(names.isEmpty() ? List.of() : Arrays.asList(names.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "tag", "finding", "stage", "sort", "page", "size"})
    void whatIsLongOrHostileIsNotFound(String parameter) {
        for (var value :
                List.of("a".repeat(1_000_000), "<script>alert(1)</script>", "\u0000", "'\"%_\\", "-1", "99999999999")) {
            var answer = mvc.get()
                    .uri("/domains")
                    .with(As.administrator())
                    .param(parameter, value)
                    .exchange();
            assertThat(answer.getResponse().getStatus()).isIn(200, 400);
            assertThat(text(answer.getResponse().getContentAsByteArray())).doesNotContain("<script>alert");
        }
    }

    @Test
    void otherOrders() {
        assertThat(listed("sort=name")).isSorted().hasSize(6);
        update("changed_at = :now", "epsilon.example", Duration.ofDays(1));
        assertThat(listed("sort=changed").getFirst()).isEqualTo("epsilon.example");
    }

    @Test
    void aRemovedDomainIsNotListed() {
        update("removed_at = :now", "beta.example", Duration.ZERO);

        assertThat(listed("")).doesNotContain("beta.example").hasSize(5);
        assertThat(listed("q=beta")).isEmpty();
    }

    @Test
    void pagesHoldAsManyRowsAsAskedForAndEveryRowOnce() {
        jdbc.sql("""
            insert into domain (name, unicode_name, place, created_at, changed_at, search)
            select 'n' || n || '.test', 'n' || n || '.test', 'here', now(), now(), 'n' || n || '.test'
            from generate_series(100, 1299) n\
            """).update();

        var first = listed("q=.test&sort=name");
        var second = listed("q=.test&sort=name&page=2");
        assertThat(first).hasSize(25).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(25);
        assertThat(page("q=.test")).contains("1–25 of more than 1,000");
        assertThat(listed("q=.test&sort=name&page=48&size=25")).hasSize(25);
        assertThat(page("q=.test&sort=name&page=48")).doesNotContain("rel=\"next\"");
        assertThat(page("q=.test&sort=name&page=47")).contains("rel=\"next\"");
        assertThat(page("")).contains("1–25 of 1,206");
        assertThat(listed("size=200&stage=unpublished&page=7")).hasSize(1);
    }

    @Test
    void whereSoLittleWasTypedThatItIsLookedForInNamesAloneThatIsTold() {
        assertThat(page("q=et")).contains("looked for in the names of domains alone");
        assertThat(page("q=mx")).contains("looked for in the names of domains alone", "Nothing matches");
        assertThat(page("q=eta")).doesNotContain("looked for in the names of domains alone");
        assertThat(page("")).doesNotContain("looked for in the names of domains alone");
    }

    @Test
    void theStateOfTheListStandsInItsLinks() {
        assertThat(page("q=example&tag=own&sort=name&size=50"))
                .contains("href=\"/domains?q=example&amp;sort=name&amp;stage=testing&amp;tag=own\"");
    }

    @Test
    void stagesAreCountedAsTheyAreKept() {
        assertThat(page("")).containsPattern("Testing<span class=\"count\">2<");
        update("mode = 'enforce'", "beta.example", Duration.ZERO);
        var before = jdbc.sql("select count(*) from domain_count")
                .query(Integer.class)
                .single();
        counts.addUp();

        assertThat(jdbc.sql("select count(*) from domain_count")
                        .query(Integer.class)
                        .single())
                .isLessThan(before);
        assertThat(page(""))
                .containsPattern("All<span class=\"count\">6<")
                .containsPattern("Testing<span class=\"count\">1<")
                .containsPattern("Enforce<span class=\"count\">2<")
                .containsPattern("Retiring<span class=\"count\">1<")
                .containsPattern("Retired<span class=\"count\">1<");
    }

    @Test
    void aRowTellsWhatIsToKnow() {
        assertThat(page("q=bücher")).contains("xn--bcher-kva.example", "bücher.example", "own", "Own hosts", "Advice");
        assertThat(page("q=alpha")).contains("Google Workspace", "Unpublished");
        assertThat(page("stage=retired")).contains("Remove it here");
    }

    @Test
    void anEmptyListTeaches() {
        assertThat(page("q=nosuch")).contains("Nothing matches");
        jdbc.sql("update domain set removed_at = now()").update();
        assertThat(page("")).contains("No domain is registered yet", "href=\"/domains/new\"");
    }

    @Test
    void aReaderIsOfferedNothingToChange() {
        var answer = mvc.get().uri("/domains").with(As.reader()).exchange();
        assertThat(text(answer.getResponse().getContentAsByteArray()))
                .contains("gamma.example")
                .doesNotContain("/domains/new");
    }

    private List<String> listed(String query) {
        return ROW.matcher(page(query)).results().map(found -> found.group(1)).toList();
    }

    private String page(String query) {
        var request = mvc.get().uri("/domains").with(As.administrator());
        UriComponentsBuilder.fromUriString("?" + query.replace("%", "%25"))
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.param(name, value.replace("%25", "%"))));
        var answer = request.exchange();
        assertThat(answer.getResponse().getStatus()).isIn(200, 400);
        return text(answer.getResponse().getContentAsByteArray());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private void stand(
            String name, String host, String tags, @org.jspecify.annotations.Nullable String mode, int severity) {
        transaction.executeWithoutResult(status -> {
            var domain = Domain.register(DomainName.of(name), Place.HERE, clock.instant());
            domain.receiveAt(List.of(new MxHost(10, host)), providers, clock.instant());
            domain.describe("", Tags.read(tags), clock.instant());
            domains.saveAndFlush(domain);
            jdbc.sql("update domain set mode = :mode, mode_since = created_at, worst_severity = :severity where"
                            + " id = :id")
                    .param("mode", mode)
                    .param("severity", severity)
                    .param("id", domain.id())
                    .update();
        });
    }

    private void update(String set, String name, Duration after) {
        jdbc.sql("update domain set " + set + " where name = :name and :now = :now")
                .param("now", clock.instant().plus(after).atOffset(java.time.ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    private void finding(String name, String code, String severity) {
        jdbc.sql("insert into policy_finding select id, case when mode is null then 'draft' else 'current' end,"
                        + " :code, :severity, 1, now() from domain where name = :name")
                .param("name", name)
                .param("code", code)
                .param("severity", severity)
                .update();
    }
}
