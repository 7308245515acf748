package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Place;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Choosing in the list, and what is shown and asked before anything is done to many. */
@ApplicationTest
class SelectionTest extends WithPublished {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void domainsOfEveryKind() {
        testing(DomainName.of("ready.example"), Place.HERE, "mx.ready.example");
        testing(DomainName.of("enforced.example"), Place.HERE, "mx.enforced.example");
        pass(Duration.ofDays(15));
        publish(DomainName.of("enforced.example"), 1, Mode.ENFORCE, MaxAge.TWO_WEEKS, "mx.enforced.example");
        testing(DomainName.of("early.example"), Place.HERE, "mx.early.example");
        registered(DomainName.of("new.example"), Place.HERE, "mx.new.example");
    }

    private String get(String path) {
        return text(mvc.get().uri(path).with(As.administrator()).exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(As.administrator()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String redirected(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    /** Chooses, waits until it was looked at, and gives the number of the batch. */
    private String look(String act, String... fields) {
        var all = new java.util.ArrayList<>(List.of("act", act));
        all.addAll(List.of(fields));
        var place = redirected(post("/domains/selection", all.toArray(String[]::new)));
        assertThat(place).startsWith("/jobs/");
        var id = place.substring("/jobs/".length());
        until(id, "judged");
        assertThat(redirected(mvc.get().uri(place).with(As.administrator()).exchange()))
                .isEqualTo("/batches/" + id);
        return id;
    }

    private void until(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state(id).equals(state));
    }

    private String state(String id) {
        return jdbc.sql("select state from job where id = :id")
                .param("id", Long.parseLong(id))
                .query(String.class)
                .single();
    }

    private @Nullable String mode(String name) {
        return jdbc.sql("select mode from domain where name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    void theListHasABoxForEachDomainAndAReaderSeesNone() {
        assertThat(get("/domains"))
                .contains("value=\"ready.example\"", "aria-label=\"Select ready.example\"")
                .containsPattern("class=\"bulk\"[^>]*hidden");
        assertThat(text(mvc.get().uri("/domains").with(As.reader()).exchange()))
                .contains("ready.example")
                .doesNotContain("checkbox", "class=\"bulk\"", "/domains/selection");
        assertThat(mvc.post()
                        .uri("/domains/selection")
                        .with(As.reader())
                        .with(csrf())
                        .param("domain", "ready.example")
                        .param("act", "promote"))
                .hasStatus(403);
    }

    @Test
    void whatIsChosenWithoutScriptIsShownAsChosenOnTheSameList() {
        var chosen = post(
                "/domains/selection",
                "domain",
                "ready.example",
                "domain",
                "early.example",
                "query",
                "?stage=testing&page=1&size=50");
        assertThat(redirected(chosen)).isEqualTo("/domains?size=50&stage=testing");
        assertThat(chosen.getMvcResult().getFlashMap().get("chosen"))
                .isEqualTo(java.util.Set.of("ready.example", "early.example"));
    }

    @Test
    void allThatMatchAreAListAndNotNames() {
        jdbc.sql("""
            insert into domain (name, unicode_name, place, created_at, changed_at, search)
            select 'n' || n || '.test', 'n' || n || '.test', 'here', now(), now(), 'n' || n || '.test'
            from generate_series(1, 600) n\
            """).update();
        assertThat(get("/domains?q=.test&sort=name"))
                .contains("Select all 600", "href=\"/domains?all=true&amp;q=.test&amp;sort=name\"");
        var page = get("/domains?all=true&q=.test&sort=name");
        assertThat(page).contains("All 600 domains that match are selected", "name=\"all\" value=\"true\"");
        var id = look("publish", "all", "true", "query", "?q=.test&sort=name");
        assertThat(get("/batches/" + id)).contains("Publish 600 domains", "None goes as it is, 600 are refused");
        assertThat(redirected(post("/domains/selection", "all", "true", "query", "nonsense=1", "act", "promote")))
                .isEqualTo("/domains");
    }

    @Test
    void pressingAButtonWithNothingChosenSaysSo() {
        var answer = post("/domains/selection", "act", "promote", "query", "?q=a");
        assertThat(redirected(answer)).isEqualTo("/domains?q=a");
        assertThat(answer.getMvcResult().getFlashMap().get("flash")).isNotNull();
    }

    @Test
    void eachGroupIsShownWithWhatHappensToItAndNothingIsDone() {
        var id = look("promote", "all", "true", "query", "");
        var page = get("/batches/" + id);
        assertThat(page)
                .contains(
                        "Promote 4 domains",
                        "1 goes, 1 goes only with a reason, 1 stays as it is, 1 is refused",
                        "All is met but your word",
                        "Two weeks of testing are not over",
                        "In enforce already",
                        "Not in testing",
                        "Does not deliver.");
        assertThat(get("/batches/" + id + "?result=early"))
                .contains(
                        "href=\"/domains/early.example\"",
                        "Not met: <b>Testing for 14 days without a break</b>",
                        "<time");
        assertThat(get("/batches/" + id + "?result=refused&code=promotion.not-in-testing"))
                .contains("href=\"/domains/new.example\"");
        assertThat(mode("ready.example")).isEqualTo("testing");
    }

    @Test
    void oneWordIsAskedForAndKeptWithEach() {
        var id = look("promote", "domain", "ready.example", "domain", "early.example");
        assertThat(text(post("/batches/" + id + "/confirm", "live", "true"))).contains("Tick this too");
        assertThat(text(post("/batches/" + id + "/confirm", "reason", "\u202E")))
                .contains("U+202E");
        assertThat(redirected(post("/batches/" + id + "/confirm", "live", "true", "reports", "true", "hosts", "true")))
                .isEqualTo("/jobs/" + id);
        until(id, "done");
        assertThat(get("/jobs/" + id))
                .contains(
                        "1 is refused",
                        "href=\"/domains/ready.example\"",
                        "promotion.unmet",
                        "href=\"/jobs/" + id + "/result.csv\"");
        assertThat(mode("ready.example")).isEqualTo("enforce");
        assertThat(mode("early.example")).isEqualTo("testing");
        assertThat(versions.current(domains.require(DomainName.of("ready.example")))
                        .orElseThrow()
                        .word())
                .isEqualTo(new mtasts.policy.Word(true, true, true));
        assertThat(jdbc.sql("select who from audit_entry where action = 'policy.promoted' and subject ="
                                + " 'ready.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada");
        assertThat(get("/batches/" + id)).isEmpty();
        assertThat(get("/audit?subject=/jobs/" + id))
                .contains("started a job", "finished a job", "Promote many", "href=\"/jobs/" + id + "\"");
        assertThat(text(mvc.get()
                        .uri("/jobs/" + id + "/result.csv")
                        .with(As.administrator())
                        .exchange()))
                .contains("ready.example,promoted,,", "early.example,refused,promotion.unmet,");
    }

    @Test
    void whatGoesOnlyWithAReasonWantsOne() {
        var id = look("promote", "domain", "early.example");
        assertThat(text(post("/batches/" + id + "/confirm", "live", "true", "reports", "true", "hosts", "true")))
                .contains("None of them goes without a reason");
        pass(Duration.ofSeconds(1));
        post("/batches/" + id + "/confirm", "reason", "tested by hand");
        until(id, "done");
        assertThat(versions.current(domains.require(DomainName.of("early.example")))
                        .orElseThrow()
                        .reason())
                .isEqualTo("tested by hand");
    }

    @Test
    void aDomainThatChangedAfterItWasLookedAtIsLeftAsItIs() {
        registered(DomainName.of("other.example"), Place.HERE, "mx.other.example");
        registered(DomainName.of("third.example"), Place.HERE, "mx.third.example");
        var id = look("publish", "domain", "new.example", "domain", "other.example", "domain", "third.example");
        takeNoMail(DomainName.of("new.example"));
        jdbc.sql("update draft set lock = nextval('draft_lock') where domain_id = (select id from domain where name ="
                        + " 'other.example')")
                .update();
        pass(Duration.ofSeconds(1));
        publish(DomainName.of("third.example"), 0, Mode.TESTING, MaxAge.WEEK, "*.third.example");
        pass(Duration.ofSeconds(1));
        publish(DomainName.of("third.example"), 1, Mode.TESTING, MaxAge.WEEK, "mx.third.example");
        post("/batches/" + id + "/confirm");
        until(id, "done");
        assertThat(get("/jobs/" + id)).contains("domain.overtaken", "policy.draft-changed", "policy.overtaken");
        assertThat(mode("new.example")).isNull();
        assertThat(mode("other.example")).isNull();
    }

    @Test
    void theSameThatIsLookedAtTwiceIsDoneOnce() {
        var first = look("publish", "domain", "new.example");
        var second = look("publish", "domain", "new.example");
        assertThat(second).isEqualTo(first);
        post("/batches/" + first + "/confirm");
        post("/batches/" + first + "/confirm", "reason", "another");
        until(first, "done");
        assertThat(versions.of(domains.require(DomainName.of("new.example")))).hasSize(1);
        registered(DomainName.of("again.example"), Place.HERE, "mx.again.example");
        var old = look("publish", "domain", "again.example");
        var other = look("promote", "domain", "again.example");
        pass(Duration.ofMinutes(5));
        var recent = look("testing", "domain", "again.example");
        pass(Duration.ofMinutes(6));
        assertThat(look("publish", "domain", "again.example")).isNotEqualTo(old);
        assertThat(List.of(state(old), state(other), state(recent)))
                .containsExactly("cancelled", "cancelled", "judged");
    }

    @Test
    void tagsAndTestingAndExport() {
        var tags = look("tag", "domain", "new.example", "domain", "early.example");
        assertThat(text(post("/batches/" + tags + "/confirm"))).contains("Say which tags");
        assertThat(text(post("/batches/" + tags + "/confirm", "tags", "a/b"))).contains("a/b");
        post("/batches/" + tags + "/confirm", "tags", "Prod, eu");
        until(tags, "done");
        assertThat(domains.require(DomainName.of("new.example")).tags()).containsExactly("eu", "prod");

        var back = look("testing", "all", "true", "query", "?stage=enforce");
        assertThat(get("/batches/" + back)).contains("1 domain back to testing", "From enforce to testing");
        pass(Duration.ofSeconds(1));
        post("/batches/" + back + "/confirm", "reason", "a certificate");
        until(back, "done");
        assertThat(mode("enforced.example")).isEqualTo("testing");

        var place = redirected(post("/domains/selection", "act", "export", "domain", "ready.example"));
        until(place.substring("/jobs/".length()), "done");
        var records = place.replace("/jobs/", "/batches/") + "/records.csv";
        assertThat(get(place)).contains("href=\"" + records + "\"", "/mta-sts.zip\"");
        assertThat(get(records)).startsWith("\uFEFFname,type,ttl,value").contains("_mta-sts.ready.example");
        assertThat(mvc.get().uri("/batches/" + back + "/records.csv").with(As.administrator()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/batches/999999").with(As.administrator())).hasStatus(404);
    }
}
