package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on many domains by program: each domain gets what it would get alone, and each refusal is told. */
@ApplicationTest
class BatchTest {

    private static final String WORD = "\"reportsReviewed\": true, \"recordsLive\": true, \"hostsSound\": true";

    @Autowired
    Programs programs;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Caller caller;

    @BeforeEach
    void aTokenThatMayWrite() {
        caller = programs.writing();
    }

    private void register(String name, String host, String... tags) {
        var answer = caller.post("/api/v1/domains", """
            {"name": "%s", "mxHosts": ["%s"], "tags": [%s]}\
            """.formatted(
                        name, host, tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\""));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    private void publish(String name) {
        assertThat(caller.post("/api/v1/domains/" + name + "/versions", "{}").status())
                .isEqualTo(201);
    }

    private void draft(String name, String mx) {
        var open = caller.get("/api/v1/domains/" + name + "/draft");
        var by = open.status() == 200 ? caller.with("If-Match", open.header("ETag")) : caller;
        var answer = by.put("/api/v1/domains/" + name + "/draft", "{\"mx\": [\"" + mx + "\"], \"maxAge\": 604800}");
        assertThat(answer.status()).as("%s", answer).isBetween(200, 201);
    }

    private Caller.Answer begin(String batch) {
        var answer = caller.post("/api/v1/batches", batch);
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return answer;
    }

    private Caller.Answer done(String batch) {
        var place = begin(batch).header("Location");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> caller.get(place).text("state").equals("done"));
        return caller.get(place + "?size=200");
    }

    private static List<String> results(Caller.Answer answer) {
        var results = new ArrayList<String>();
        answer.json()
                .path("items")
                .forEach(item -> results.add(item.path("name").asString() + " "
                        + (item.path("code").isNull()
                                ? item.path("result").asString()
                                : item.path("code").asString())));
        return results;
    }

    private List<String> audited(String action) {
        return jdbc.sql("select subject || ' by ' || who as line from audit_entry where action = :action order by id")
                .param("action", action)
                .query((row, number) -> row.getString("line"))
                .list();
    }

    @Test
    void eachDraftIsPublishedOnceAndEachRefusalIsTold() {
        register("a.example", "mx.a.example");
        register("b.example", "mx.b.example");
        publish("b.example");
        register("c.example", "mx.c.example");
        draft("c.example", "192.0.2.1");
        register("d.example", "mx.d.example");
        draft("d.example", "-no-");
        var batch = """
            {"act": "publish", "names": ["A.example", "a.example", "b.example", "c.example", "d.example", "nosuch.example",
                "no name"]}\
            """;
        var answer = done(batch);
        assertThat(results(answer))
                .containsExactly(
                        "a.example published",
                        "b.example policy.no-draft",
                        "c.example policy.reason-needed",
                        "d.example policy.invalid",
                        "nosuch.example domain.unknown",
                        "no name domain.name");
        assertThat(answer.json().path("total").asInt()).isEqualTo(6);
        assertThat(answer.json().path("done").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused").asInt()).isEqualTo(5);
        assertThat(answer.json().path("items").get(2).path("text").asString()).contains("192.0.2.1");
        assertThat(jdbc.sql("select distinct address from audit_entry where action = 'policy.published'")
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1");
        assertThat(audited("policy.published"))
                .containsExactly("b.example by Ada (deploy)", "a.example by Ada (deploy)");

        var nevertheless = done("{\"act\": \"publish\", \"query\": \"q=.example\", \"reason\": \"it answers\"}");
        assertThat(results(nevertheless))
                .containsExactly(
                        "a.example policy.no-draft",
                        "b.example policy.no-draft",
                        "c.example published",
                        "d.example policy.invalid");
        assertThat(caller.get("/api/v1/domains/c.example/policy").text("reason"))
                .isEqualTo("it answers");
    }

    @Test
    void whatWouldLoseMailIsPromotedWithOthersNotEvenWithAReason() {
        register("two.example", "mx.two.example");
        publish("two.example");
        clock.advance(Duration.ofDays(15));
        var answer = caller.with(
                        "If-Match", caller.get("/api/v1/domains/two.example").header("ETag"))
                .patch("/api/v1/domains/two.example", "{\"mxHosts\": [\"mx.two.example\", \"mx.other.test\"]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        var promoted = done("{\"act\": \"promote\", \"query\": \"\", \"reason\": \"at once\", " + WORD + "}");
        assertThat(results(promoted)).containsExactly("two.example promotion.uncovered");
        assertThat(promoted.json().path("items").get(0).path("text").asString())
                .contains("The policy names every MX host", "mx.other.test");
    }

    @Test
    void whatIsReadyIsPromotedWithOneWordAndWhatIsNotOnlyWithAReason() {
        for (var name : List.of("a.example", "b.example")) {
            register(name, "mx." + name);
            publish(name);
        }
        clock.advance(Duration.ofDays(14));
        register("early.example", "mx.early.example");
        publish("early.example");
        register("new.example", "mx.new.example");
        register("still.example", ".");
        var answer = done("{\"act\": \"promote\", \"query\": \"\", " + WORD + "}");
        assertThat(results(answer))
                .containsExactly(
                        "a.example promoted",
                        "b.example promoted",
                        "early.example promotion.unmet",
                        "new.example promotion.not-in-testing",
                        "still.example promotion.no-mail");
        assertThat(answer.json().path("items").get(2).path("text").asString())
                .contains("Testing for 14 days without a break", "if nothing interrupts it");
        var version = caller.get("/api/v1/domains/a.example/policy").json();
        assertThat(version.path("word").path("hostsSound").asBoolean()).isTrue();
        assertThat(version.path("mode").asString()).isEqualTo("enforce");

        clock.advance(Duration.ofSeconds(1));
        var nevertheless = done("{\"act\": \"promote\", \"query\": \"stage=testing\", \"maxAge\": 2000000, "
                + "\"reason\": \"tested by hand\", " + WORD + "}");
        assertThat(results(nevertheless)).containsExactly("early.example promoted");
        var early = caller.get("/api/v1/domains/early.example/policy").json();
        assertThat(early.path("reason").asString()).isEqualTo("tested by hand");
        assertThat(early.path("maxAge").asLong()).isEqualTo(2_000_000);

        clock.advance(Duration.ofSeconds(1));
        assertThat(results(done("{\"act\": \"testing\", \"query\": \"\", \"reason\": \"a certificate\"}")))
                .containsExactly(
                        "a.example testing",
                        "b.example testing",
                        "early.example testing",
                        "new.example policy.none",
                        "still.example policy.none");
        assertThat(caller.get("/api/v1/domains/b.example/policy").text("reason"))
                .isEqualTo("a certificate");
        assertThat(results(done("{\"act\": \"testing\", \"names\": [\"a.example\"]}")))
                .containsExactly("a.example same");
        assertThat(audited("policy.back-to-testing")).hasSize(3);
    }

    @Test
    void tagsAreAddedAndTakenAway() {
        register("a.example", "mx.a.example", "old", "eu");
        register("b.example", "mx.b.example");
        register(
                "full.example",
                "mx.full.example",
                java.util.stream.IntStream.rangeClosed(1, 20)
                        .mapToObj(n -> "t" + n)
                        .toArray(String[]::new));
        assertThat(results(done("""
            {"act": "tag", "query": "", "tags": ["Prod", "eu"], "removeTags": ["old"]}\
            """)))
                .containsExactly("a.example tagged", "b.example tagged", "full.example domain.tags");
        assertThat(caller.get("/api/v1/domains/a.example").json().path("tags").toString())
                .isEqualTo("[\"eu\",\"prod\"]");
        assertThat(results(done("{\"act\": \"tag\", \"query\": \"tag=prod\", \"tags\": [\"prod\"]}")))
                .containsExactly("a.example same", "b.example same");
    }

    @Test
    void theRecordsOfAnExportAreOneTable() {
        register("a.example", "mx.a.example");
        publish("a.example");
        register("b.example", "mx.b.example");
        var place = begin("{\"act\": \"export\", \"names\": [\"b.example\", \"a.example\", \"nosuch.example\"]}")
                .header("Location");
        await().until(() -> caller.get(place).text("state").equals("done"));
        assertThat(results(caller.get(place)))
                .containsExactly("b.example unpublished", "a.example exported", "nosuch.example domain.unknown");
        var table = caller.get(place + "/records.csv");
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.response().body().lines())
                .startsWith("\uFEFFname,type,ttl,value")
                .anyMatch(line -> line.startsWith("_mta-sts.a.example,TXT,3600,") && line.contains("v=STSv1"));
        var archive = caller.get(place + "/mta-sts.zip");
        assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
        assertThat(archive.response().body())
                .contains("a.example/.well-known/mta-sts.txt", "records.csv")
                .doesNotContain("b.example/.well-known");
        var other =
                begin("{\"act\": \"tag\", \"tags\": [\"x\"], \"names\": []}").header("Location");
        assertThat(caller.get(other + "/records.csv").status()).isEqualTo(404);
    }

    @Test
    void theListIsAskedForAsItsAddressHasIt() {
        register("a.example", "mx.a.example", "prod");
        register("b.example", "mx.b.example", "prod");
        register("c.example", "mx.c.example");
        publish("b.example");
        assertThat(results(done("{\"act\": \"export\", \"query\": \"?stage=unpublished&tag=prod&sort=name&page=3\"}")))
                .containsExactly("a.example unpublished");
        assertThat(results(done("{\"act\": \"export\", \"query\": \"q=mx.C.example\"}")))
                .containsExactly("c.example unpublished");
        assertThat(results(done("{\"act\": \"export\", \"query\": \"q=%5Fnosuch\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage=nosuch", "stag=testing", "tag=a&tag=b", "q=%zz", "&", "removed=true"})
    void aListThatIsNotUnderstoodIsNoList(String query) {
        var answer = caller.post("/api/v1/batches", "{\"act\": \"export\", \"query\": \"" + query + "\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("member")).isEqualTo("query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | act",
                "{\"act\": \"remove\", \"query\": \"\"} | 422 | act",
                "{\"act\": \"publish\"} | 422 | names",
                "{\"act\": \"publish\", \"names\": [], \"query\": \"\"} | 422 | names",
                "{\"act\": \"tag\", \"query\": \"\"} | 422 | tags",
                "{\"act\": \"tag\", \"query\": \"\", \"tags\": [\"a/b\"]} | 422 | tags",
                "{\"act\": \"tag\", \"query\": \"\", \"removeTags\": [\"a/b\"]} | 422 | removeTags",
                "{\"act\": \"promote\", \"query\": \"\", \"maxAge\": -1} | 422 | maxAge",
                "{\"act\": \"promote\", \"query\": \"\", \"reason\": \"\\u0000\"} | 422 | reason",
                "{\"act\": \"publish\", \"query\": \"\", \"nosuch\": 1} | 400 | ''",
                "[] | 400 | ''",
            })
    void whatCannotBeTakenIsRefusedAsAWhole(String batch, int status, String member) {
        var answer = caller.post("/api/v1/batches", batch);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.text("member")).isEqualTo(member);
        assertThat(jdbc.sql("select count(*) from job").query(Integer.class).single())
                .isZero();
    }

    @Test
    void whoMayOnlyReadBeginsNothingAndMayLook() {
        var place = begin("{\"act\": \"export\", \"query\": \"\"}").header("Location");
        var reading = programs.reading();
        assertThat(reading.post("/api/v1/batches", "{\"act\": \"export\", \"query\": \"\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reading.get(place).status()).isEqualTo(200);
        assertThat(reading.get("/api/v1/batches/999999").code()).isEqualTo("batch.unknown");
        assertThat(reading.get(place + "?size=201").status()).isEqualTo(400);
        assertThat(new Caller(port(), null).get(place).status()).isEqualTo(401);
    }

    @Autowired
    org.springframework.core.env.Environment environment;

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void twoWhoBeginTheSameBeginOneJob() throws Exception {
        for (int n = 0; n < 40; n++) {
            register("d" + n + ".example", "mx.example.net");
        }
        List<String> places;
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(Collections.<Callable<String>>nCopies(
                    2, () -> begin("{\"act\": \"publish\", \"query\": \"\"}").header("Location")));
            places = List.of(answers.get(0).get(), answers.get(1).get());
        }
        for (var place : places) {
            await().until(() -> caller.get(place).text("state").equals("done"));
        }
        assertThat(audited("policy.published")).hasSize(40).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select max(number) from policy_version")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsLookedAtFirstIsDoneAsItWasAskedForThen() {
        register("a.example", "mx.a.example");
        register("b.example", "mx.b.example");
        draft("b.example", "192.0.2.1");
        var place = begin("{\"act\": \"publish\", \"query\": \"\", \"reason\": \"it answers\", \"confirm\": false}")
                .header("Location");
        await().until(() -> caller.get(place).text("state").equals("judged"));
        assertThat(caller.get(place).json().path("items").findValuesAsString("result"))
                .containsExactly("begins", "begins-danger");
        assertThat(caller.get(place).json().path("items").findValuesAsString("text"))
                .containsExactly("Testing begins", "192.0.2.1 is an IP address");
        assertThat(audited("policy.published")).isEmpty();
        assertThat(caller.post(place + "/confirmation", "").status()).isEqualTo(204);
        await().until(() -> caller.get(place).text("state").equals("done"));
        assertThat(results(caller.get(place))).containsExactly("a.example published", "b.example published");
        assertThat(caller.get("/api/v1/domains/b.example/policy").text("reason"))
                .isEqualTo("it answers");
        assertThat(caller.post(place + "/confirmation", "").status()).isEqualTo(204);
    }

    @Test
    void whatWasStoppedIsNotConfirmed() {
        register("a.example", "mx.a.example");
        var place = begin("{\"act\": \"publish\", \"query\": \"\", \"confirm\": false}")
                .header("Location");
        await().until(() -> caller.get(place).text("state").equals("judged"));
        caller.post(place + "/cancellation", "");
        var answer = caller.post(place + "/confirmation", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("job.ended");
    }

    /** As long as its domains are held the first one cannot end. */
    @ParameterizedTest
    @ValueSource(strings = {"", "k"})
    void whoBeginsWhatIsUnderWayGetsTheSameJob(String key) {
        register("a.example", "mx.a.example");
        var by = key.isEmpty() ? caller : caller.with("Idempotency-Key", key);
        var batch = "{\"act\": \"publish\", \"query\": \"\"}";
        var places = new TransactionTemplate(transactions).execute(held -> {
            jdbc.sql("select id from domain for update").query(Long.class).list();
            return List.of(
                    by.post("/api/v1/batches", batch).header("Location"),
                    by.post("/api/v1/batches", batch).header("Location"));
        });
        assertThat(places).allMatch(place -> place.equals(places.getFirst()));
        await().until(() -> caller.get(places.getFirst()).text("state").equals("done"));
        assertThat(audited("policy.published")).containsExactly("a.example by Ada (deploy)");
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isOne();
    }

    @Test
    void moreThanOneTransactionOfDomainsIsPublishedAndOneThatFailsAloneStaysAlone() {
        for (int n = 0; n < 120; n++) {
            register("d%03d.example".formatted(n), "mx.example.net");
        }
        jdbc.sql("update draft set note = 'x' where domain_id = (select id from domain where name = 'd050.example')")
                .update();
        jdbc.sql("alter table policy_version add constraint test_no_note check (note <> 'x')")
                .update();
        try {
            var answer = done("{\"act\": \"publish\", \"query\": \"\"}");
            assertThat(answer.json().path("done").asInt()).isEqualTo(119);
            assertThat(results(answer)).contains("d050.example job.failed", "d049.example published");
        } finally {
            jdbc.sql("alter table policy_version drop constraint test_no_note").update();
        }
    }
}
