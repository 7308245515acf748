package mtasts.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.As;
import mtasts.account.Caller;
import mtasts.account.Programs;
import mtasts.audit.AuditEntry;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domains;
import mtasts.domain.NoSuchDomain;
import mtasts.policy.Removal;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class SampleDataTest {

    private static final DomainName HOSPITAL = DomainName.of("harbour-hospital.example");

    @Autowired
    private SampleData data;

    @Autowired
    private Domains domains;

    @Autowired
    private Removal removal;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Programs programs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock anyClock;

    @Autowired
    private FakeClock clock;

    private Caller program;

    @BeforeEach
    void aProgram() {
        program = programs.writing();
    }

    @Test
    void fortyDomainsUnderReservedNamesStandInEveryStage() {
        assertThat(data.add()).isEqualTo(SampleData.Outcome.ADDED);
        var found = items("/api/v1/domains?size=200");
        assertThat(found).hasSize(40).allSatisfy(domain -> {
            assertThat(domain.sample()).isTrue();
            assertThat(domain.name())
                    .matches("(.+\\.)?(example|test)|.+\\.example\\.(com|net|org)|.+\\.xn--[a-z0-9-]+\\.test");
        });
        assertThat(found.stream().collect(Collectors.groupingBy(Item::stage, Collectors.counting())))
                .containsOnlyKeys("unpublished", "testing", "enforce", "retiring", "retired");
        assertThat(items("/api/v1/domains?stage=due")).hasSize(5);
        assertThat(items("/api/v1/domains?finding=danger")).isNotEmpty();
        assertThat(items("/api/v1/domains?finding=advice")).isNotEmpty();
        assertThat(number("select count(*) from policy_version where not sample"))
                .isZero();
        assertThat(number("select count(*) from domain where latest_horizon = 'infinity'"))
                .isPositive();
    }

    @Test
    void itsHistoryLiesInThePastAndTheClockIsBackWhereItWas() {
        data.add();
        var now = clock.instant();
        assertThat(anyClock.instant()).isEqualTo(now).isEqualTo(FakeClock.START);
        assertThat(jdbc.sql("""
            select max(greatest(d.created_at, d.changed_at, v.published_at, c.confirmed_at, f.since)) from domain d
            left join policy_version v on v.domain_id = d.id left join policy_confirmation c on c.domain_id = d.id
            left join policy_finding f on f.domain_id = d.id\
            """).query(OffsetDateTime.class).single().toInstant())
                .isBetween(now.minus(Duration.ofDays(1)), now);
        assertThat(number("select count(*) from domain d where d.due_at <> (select min(published_at) from"
                        + " policy_version v where v.domain_id = d.id and v.published_at >= d.mode_since)"
                        + " + interval '14 days'"))
                .isZero();
    }

    @Test
    void aStoryThatBreaksOffLeavesNothingAndTheClockWhereItWas() {
        jdbc.sql("alter table domain_tag add constraint trial check (tag <> 'finance')")
                .update();
        try {
            assertThatThrownBy(data::add).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table domain_tag drop constraint trial").update();
        }
        assertThat(number("select count(*) from domain")).isZero();
        assertThat(audit.latest(5)).extracting(AuditEntry::action).doesNotContain("sample.added");
        assertThat(anyClock.instant()).isEqualTo(FakeClock.START);
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(audit.latest(5)).extracting(AuditEntry::action).contains("domain.registered");
    }

    @Test
    void twoWhoPressAtOnceAddThemOnce() {
        var first = CompletableFuture.supplyAsync(data::add);
        var second = CompletableFuture.supplyAsync(data::add);
        assertThat(List.of(first.join(), second.join()))
                .containsExactlyInAnyOrder(SampleData.Outcome.ADDED, SampleData.Outcome.PRESENT);
        assertThat(number("select count(*) from domain")).isEqualTo(40);
    }

    @Test
    void theTrailSaysAddedAndRemovedAndKeepsWhatPeopleDid() {
        program.send("POST", "/api/v1/sample-data", null, null);
        assertThat(audit.latest(50).stream().filter(entry -> !entry.action().startsWith("token")))
                .singleElement()
                .returns("sample.added", AuditEntry::action)
                .returns("Ada (deploy)", AuditEntry::who)
                .returns(FakeClock.START, AuditEntry::at)
                .returns(Map.of("sample-domains", 40), AuditEntry::after);
        assertThat(number("select count(*) from policy_version where author not like 'Ada%'"))
                .isZero();

        program.post("/api/v1/domains/law.example.com/testing", "{\"reason\":\"a trial\"}");
        program.delete("/api/v1/sample-data");
        assertThat(audit.latest(2))
                .extracting(AuditEntry::action)
                .containsExactly("sample.removed", "policy.back-to-testing");
    }

    @Test
    void removingTakesExactlyThemAway() {
        data.add();
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(program.post("/api/v1/domains/real.org/versions", "{}").status())
                .isEqualTo(201);
        assertThat(program.post("/api/v1/domains/orchard.example.org/versions", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(removal.removeAnyway(DomainName.of("bakery.example.com"), "a trial"))
                .isEqualTo(Removal.Outcome.REMOVED);

        assertThat(data.remove()).isEqualTo(40);
        assertThat(rows()).containsEntry("domain", 1L).containsEntry("policy_version", 1L);
        assertThat(items("/api/v1/domains")).containsExactly(new Item("real.org", "testing", false));
        assertThat(number("select sum(change) from domain_count where mode = 'testing'"))
                .isOne();
        assertThat(number("select coalesce(sum(change), 0) from domain_count where mode <> 'testing'"))
                .isZero();
        assertThat(data.remove()).isZero();
        assertThatThrownBy(() -> domains.require(HOSPITAL)).isInstanceOf(NoSuchDomain.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from policy_version where domain_id = (select id from domain where name = 'real.org')",
                "delete from policy_confirmation where domain_id = (select id from domain where name = 'real.org')",
                "delete from domain where name = 'real.org'",
                "update domain set sample = true where name = 'real.org'",
                "update domain set sample = false where name = 'law.example.com'",
                "update policy_version set sample = true",
                "update policy_version set note = 'another' where sample",
                "update policy_confirmation set confirmed_by = 'Bob'",
                "truncate policy_version cascade"
            })
    void noStatementTakesAnythingElseAwayOrMarksItAnew(String statement) {
        data.add();
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        program.post("/api/v1/domains/real.org/versions", "{}");
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aVersionIsMarkedAsItsDomainIsWhateverTheStatementSays() {
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        program.post("/api/v1/domains/real.org/versions", "{}");
        jdbc.sql("""
            insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed,
                author, sample)
            select domain_id, 2, 'other', text, mode, mx, max_age, place, published_at + interval '1 day', deed, author, true
            from policy_version\
            """).update();
        assertThat(number("select count(*) from policy_version where sample")).isZero();
    }

    @Test
    void besideOthersNothingIsAdded() {
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(program.send("POST", "/api/v1/sample-data", null, null))
                .returns(409, Caller.Answer::status)
                .returns("sample.domains", Caller.Answer::code);
        assertThat(mvc.post().uri("/add-sample-data").with(As.administrator()).with(csrf()))
                .hasRedirectedUrl("/");
        assertThat(number("select count(*) from domain")).isOne();
    }

    @Test
    void aNameThatWasRegisteredBeforeIsLeftAlone() {
        program.post("/api/v1/domains", "{\"name\":\"law.example.com\",\"mxHosts\":[\"mx.example.net\"]}");
        removal.remove(DomainName.of("law.example.com"));
        assertThat(data.add()).isEqualTo(SampleData.Outcome.ADDED);
        assertThat(number("select count(*) from domain where sample")).isEqualTo(39);
        data.remove();
        assertThat(domains.everRegistered(DomainName.of("law.example.com"))).isPresent();
    }

    @Test
    void aNameOfTheirsIsRefusedUntilTheyAreGoneAndThenBeginsAnew() {
        data.add();
        var request = "{\"name\":\"law.example.com\",\"mxHosts\":[\"mx.example.net\"]}";
        assertThat(program.post("/api/v1/domains", request))
                .returns(409, Caller.Answer::status)
                .returns("domain.sample", Caller.Answer::code);
        removal.removeAnyway(DomainName.of("law.example.com"), "a trial");
        assertThat(program.post("/api/v1/domains", request).code()).isEqualTo("domain.sample");
        assertThat(program.post("/api/v1/adoptions", """
            {"name": "orchard.example.org", "text": "version: STSv1\\nmode: none\\nmax_age: 86400\\n", "id": "1"}\
            """).response().body()).contains("Remove the sample data first");
        assertThat(mvc.post()
                        .uri("/domains/new")
                        .param("name", "law.example.com")
                        .param("hosts", "mx.example.net")
                        .with(As.administrator())
                        .with(csrf()))
                .bodyText()
                .contains("Remove the sample data first");

        program.delete("/api/v1/sample-data");
        assertThat(program.post("/api/v1/domains", request)
                        .json()
                        .path("sample")
                        .asBoolean(true))
                .isFalse();
        assertThat(program.post("/api/v1/domains/law.example.com/versions", "{}")
                        .json()
                        .path("number")
                        .asInt())
                .isOne();
    }

    @Test
    void anActOnAllMeansThemOnlyWhereTheyAreAllThereIs() {
        data.add();
        assertThat(tagged("one", "\"query\": \"\"")).isEqualTo(40);
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(tagged("two", "\"query\": \"\"")).isOne();
        assertThat(tagged("three", "\"query\": \"q=law.example.com\"")).isOne();
        assertThat(tagged("four", "\"names\": [\"law.example.com\", \"real.org\"]"))
                .isEqualTo(2);
    }

    @Test
    void whatIsLeftOutOfAnActOnAllIsSaid() {
        data.add();
        assertThat(page("/domains?all=true")).doesNotContain("left out");
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(page("/domains?all=true"))
                .contains(
                        "1 domain is selected",
                        "40 sample domains are left out</span>",
                        "40 sample domains are left out of what is meant for all")
                .doesNotContainPattern("value=\"[a-z.-]*example[a-z.]*\"[^>]*checked");
        assertThat(page("/domains?q=real.org")).doesNotContain("left out");
        assertThat(page("/domains?all=true&q=law.example.com")).doesNotContain("left out");
        for (var act : List.of("publish", "promote", "testing", "tag", "export")) {
            var lines = lines(batch("\"act\": \"" + act + "\", \"tags\": [\"eu\"], \"query\": \"\""));
            assertThat(lines).filteredOn(line -> line.endsWith(" left-out")).hasSize(40);
            assertThat(lines).filteredOn(line -> line.startsWith("real.org ")).hasSize(1);
        }
        var place = mvc.post()
                .uri("/domains/selection")
                .param("act", "tag")
                .param("all", "true")
                .with(As.administrator())
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        var batch = String.valueOf(place).replace("/jobs/", "/batches/");
        await().atMost(Duration.ofMinutes(1)).until(() -> !page(batch).isEmpty());
        assertThat(page(batch))
                .contains("1 goes, 40 stay as they are", "Sample domain: left out beside others", "Tag 1 domain");
    }

    @Test
    void anExportOfAllHoldsThemOnlyWhereTheyAreAllThereIs() {
        data.add();
        assertThat(table()).hasSize(41);
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(table()).hasSize(2).last().asString().startsWith("real.org");
        assertThat(program.get("/api/v1/export.csv?q=law.example.com")
                        .response()
                        .body()
                        .lines())
                .hasSize(2);
    }

    private List<String> table() {
        return program.get("/api/v1/export.csv").response().body().lines().toList();
    }

    private long tagged(String tag, String selection) {
        var job = batch("\"act\": \"tag\", \"tags\": [\"" + tag + "\"], " + selection);
        assertThat(number("select count(*) from domain_tag where tag = '" + tag + "'"))
                .isEqualTo(lines(job).stream()
                        .filter(line -> line.endsWith(" tagged"))
                        .count());
        return number("select count(*) from domain_tag where tag = '" + tag + "'");
    }

    /** The address of a batch that has ended. */
    private String batch(String request) {
        var batch = program.post("/api/v1/batches", "{" + request + "}");
        assertThat(batch.status()).as("%s", batch).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> program.get(batch.header("Location")).text("state").equals("done"));
        return batch.header("Location");
    }

    private List<String> lines(String batch) {
        return program.get(batch + "?size=200")
                .json()
                .path("items")
                .valueStream()
                .map(item ->
                        item.path("name").asString() + " " + item.path("result").asString())
                .toList();
    }

    @Test
    void nothingOfTheirsIsServed() {
        data.add();
        assertThat(number("select count(*) from policy_version")).isPositive();
        assertThat(number("select count(*) from served_policy")).isZero();
    }

    @Test
    void theNextStepIsThatOfTheOthersWhereThereAreAny() {
        data.add();
        assertThat(overview()).contains("is-urgent", "All 40 domains here are made up");
        program.post("/api/v1/domains", "{\"name\":\"real.org\",\"mxHosts\":[\"mx.real.org\"]}");
        assertThat(overview())
                .contains(
                        "Publish the policy of <b>real.org</b> in testing",
                        "40 domains here are made up, beside one other")
                .doesNotContain("is-urgent");
        assertThat(mvc.get().uri("/domains?q=example").with(As.administrator()))
                .bodyText()
                .contains("<span class=\"tagged\">Sample</span>");
        assertThat(mvc.get().uri("/domains?q=real.org").with(As.administrator()))
                .bodyText()
                .doesNotContain("Sample");
    }

    @Test
    void aProgramAddsThemOnceAndRemovesThemAsOftenAsItLikes() {
        assertThat(program.send("POST", "/api/v1/sample-data", null, null).status())
                .isEqualTo(201);
        assertThat(program.send("POST", "/api/v1/sample-data", null, null).code())
                .isEqualTo("sample.present");
        assertThat(program.delete("/api/v1/sample-data").status()).isEqualTo(204);
        assertThat(program.delete("/api/v1/sample-data").status()).isEqualTo(204);
        var keyed = program.with("Idempotency-Key", "\"once\"");
        assertThat(keyed.send("POST", "/api/v1/sample-data", null, null).status())
                .isEqualTo(201);
        assertThat(keyed.send("POST", "/api/v1/sample-data", null, null).status())
                .isEqualTo(201);
        assertThat(programs.reading()
                        .send("POST", "/api/v1/sample-data", null, null)
                        .status())
                .isEqualTo(403);
        assertThat(programs.reading().delete("/api/v1/sample-data").status()).isEqualTo(403);
        assertThat(program.get("/api/v1/sample-data").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/add-sample-data", "/remove-sample-data"})
    void aReaderChangesNothing(String deed) {
        data.add();
        assertThat(mvc.post().uri(deed).with(As.reader()).with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/").with(As.reader()))
                .bodyText()
                .contains("All 40 domains here are made up")
                .doesNotContain("Remove sample data");
        assertThat(number("select count(*) from domain")).isEqualTo(40);
    }

    private String overview() {
        return page("/");
    }

    private String page(String path) {
        var answer = mvc.get().uri(path).with(As.administrator()).exchange().getResponse();
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** A domain as the API lists it. */
    private record Item(String name, String stage, boolean sample) {}

    private List<Item> items(String path) {
        return program.get(path)
                .json()
                .path("items")
                .valueStream()
                .map(item -> new Item(
                        item.path("name").asString(),
                        item.path("stage").asString(),
                        item.path("sample").asBoolean()))
                .toList();
    }

    private Map<String, Long> rows() {
        return List.of("domain", "policy_version", "policy_confirmation", "policy_finding", "draft", "mx_host").stream()
                .collect(Collectors.toMap(Function.identity(), table -> number("select count(*) from " + table)));
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
