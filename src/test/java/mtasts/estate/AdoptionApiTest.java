package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class AdoptionApiTest {

    private static final String PATH = "/api/v1/adoptions";
    private static final String DOMAIN = "/api/v1/domains/example.com";
    private static final String TEXT = "version: STSv1\nmode: testing\nmx: mx1.example.net\nmax_age: 604800\nx: ä";

    @Autowired
    Programs programs;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper mapper;

    Caller caller;

    @BeforeEach
    void aTokenThatMayWrite() {
        caller = programs.writing();
    }

    private Caller.Answer adopt(Object... members) {
        var request = new LinkedHashMap<String, Object>(Map.of("name", "example.com", "text", TEXT, "id", "2024a"));
        for (int i = 0; i < members.length; i += 2) {
            request.put((String) members[i], members[i + 1]);
        }
        return caller.post(PATH, mapper.writeValueAsString(request));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void whatIsUpIsVersionOneWithItsFindingsAndItsClock() {
        var since = clock.instant().minus(Duration.ofDays(15));
        var adopted = adopt(
                "since",
                since.toString(),
                "earlierMaxAge",
                86_400,
                "mxHosts",
                new String[] {"10 mx1.example.net", "mx2.example.net"},
                "tags",
                new String[] {"eu"});

        assertThat(adopted.status()).as("%s", adopted).isEqualTo(201);
        assertThat(adopted.header("Location")).isEqualTo(DOMAIN + "/versions/1");
        assertThat(adopted.json().path("adopted").asBoolean()).isTrue();
        assertThat(adopted.text("text")).isEqualTo(TEXT);
        assertThat(adopted.text("id")).isEqualTo("2024a");
        assertThat(adopted.text("adoptedSince")).isEqualTo(since.toString());
        assertThat(adopted.json().path("earlierMaxAge").asLong()).isEqualTo(86_400);
        assertThat(adopted.text("author")).isEqualTo("Ada (deploy)");
        assertThat(adopted.json().path("findings").findValuesAsString("code")).contains("policy.mx.uncovered");

        var domain = caller.get(DOMAIN);
        assertThat(domain.text("place")).isEqualTo("elsewhere");
        assertThat(domain.text("stage")).isEqualTo("testing");
        assertThat(domain.text("testingSince")).isEqualTo(since.toString());
        assertThat(domain.json().path("mxHosts").toString()).isEqualTo("[\"10 mx1.example.net\",\"mx2.example.net\"]");
        assertThat(domain.json().path("tags").toString()).isEqualTo("[\"eu\"]");
        assertThat(caller.get(DOMAIN + "/versions/1").header("ETag")).isEqualTo(adopted.header("ETag"));
        assertThat(caller.get(DOMAIN + "/records")
                        .json()
                        .path("items")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("v=STSv1; id=2024a");
        assertThat(caller.get(DOMAIN + "/draft").status()).isEqualTo(404);
        assertThat(caller.get("/api/v1/audit?subject=example.com")
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("policy.adopted", "domain.registered");
    }

    @Test
    void theRecordAndADayWillDo() {
        var adopted = adopt("id", "v=STSv1; id=20240101T000000;", "since", "2026-03-22");
        assertThat(adopted.text("id")).isEqualTo("20240101T000000");
        assertThat(adopted.text("adoptedSince")).isEqualTo("2026-03-22T00:00:00Z");
        assertThat(adopted.json().path("earlierMaxAge").isNull()).isTrue();
    }

    @Test
    void whatIsMovedHereAtOnceIsServedFromHere() {
        assertThat(adopt("place", "here").status()).isEqualTo(201);
        assertThat(caller.get(DOMAIN).text("place")).isEqualTo("here");
        assertThat(jdbc.sql("select text from served_policy")
                        .query(String.class)
                        .single())
                .isEqualTo(TEXT);
    }

    @Test
    void aDomainWithoutVersionsGoesOnFromWhatIsKnown() {
        caller.post(
                "/api/v1/domains",
                "{\"name\": \"example.com\", \"mxHosts\": [\"mx7.example.net\"], \"tags\": [\"eu\"]}");

        var adopted = adopt("tags", new String[] {"prod"});

        assertThat(adopted.status()).as("%s", adopted).isEqualTo(201);
        var domain = caller.get(DOMAIN);
        assertThat(domain.json().path("mxHosts").toString()).isEqualTo("[\"mx7.example.net\"]");
        assertThat(domain.json().path("tags").toString()).isEqualTo("[\"eu\",\"prod\"]");
        assertThat(domain.text("place")).isEqualTo("elsewhere");
        assertThat(caller.get(DOMAIN + "/draft").text("text")).contains("mx7.example.net");
    }

    @Test
    void aDomainThatWasRemovedBeforeItHadAVersionComesBack() {
        var registered = caller.post("/api/v1/domains", "{\"name\": \"example.com\"}");
        caller.with("If-Match", registered.header("ETag")).delete(DOMAIN);

        assertThat(adopt().status()).isEqualTo(201);
        assertThat(caller.get(DOMAIN).text("stage")).isEqualTo("testing");
    }

    @Test
    void aDomainThatWasRemovedWithVersionsStaysRemoved() {
        adopt("text", TEXT.replace("testing", "none"), "earlierMaxAge", 0);
        caller.with("If-Match", caller.get(DOMAIN).header("ETag")).delete(DOMAIN);

        var refused = adopt("id", "other");

        assertThat(refused.code()).isEqualTo("adoption.has-versions");
        assertThat(caller.get(DOMAIN).status()).isEqualTo(404);
    }

    @Test
    void invalidTextIsADraftAndNeverAVersion() {
        var drafted = adopt("text", "version: STSv1\nmode: enforced\nmx: mx1.example.net.\nmax_age: 604800\n");

        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("Location")).isEqualTo(DOMAIN + "/draft");
        assertThat(drafted.json().path("adopted").asBoolean()).isFalse();
        assertThat(drafted.json().path("number").isNull()).isTrue();
        assertThat(drafted.json().path("findings").findValuesAsString("code"))
                .contains("policy.mode", "policy.mx.syntax");
        var draft = caller.get(DOMAIN + "/draft");
        assertThat(draft.json().path("mx").toString()).isEqualTo("[\"mx1.example.net.\"]");
        assertThat(drafted.header("ETag")).isEqualTo(draft.header("ETag"));
    }

    @Test
    void ofInvalidTextIsToldWhatIsKeptAndWhatIsSaidOfWhich() {
        var text = "hello\nmx: mx1.example.net\nx-note: ours";
        var drafted = adopt("text", text, "since", "2026-03-01").json();

        assertThat(drafted.path("findings").findValuesAsString("code")).contains("policy.line", "policy.mode");
        var draft = drafted.path("draft");
        assertThat(draft.path("mode").asString()).isEqualTo("testing");
        assertThat(draft.path("mx").toString()).isEqualTo("[\"mx1.example.net\"]");
        assertThat(draft.path("maxAge").asString()).isEqualTo("604800");
        assertThat(draft.path("note").asString()).isEqualTo("id: 2024a\nsince: 2026-03-01T00:00:00Z\n\n" + text);
        assertThat(draft.path("textKept").asBoolean()).isTrue();
        assertThat(draft.path("findings").findValuesAsString("code")).doesNotContain("policy.line", "policy.mode");
        assertThat(caller.get(DOMAIN + "/draft").text("note"))
                .isEqualTo(draft.path("note").asString());
        assertThat(adopt("text", "x".repeat(2_000))
                        .json()
                        .path("draft")
                        .path("textKept")
                        .asBoolean())
                .isFalse();
        assertThat(count("policy_version")).isZero();
        assertThat(adopt().json().path("draft").isNull()).isTrue();
    }

    @Test
    void whatIsAdoptedAlreadyOrHasVersionsIsAConflict() {
        adopt();
        assertThat(adopt().code()).isEqualTo("adoption.already");
        var other = adopt("id", "other");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("adoption.has-versions");
        assertThat(other.json().path("currentVersion").asInt()).isEqualTo(1);
        assertThat(count("policy_version")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|exa mple|name",
                "text|''|text",
                "text|a\\u0000b|text",
                "text|a\\ud800b|text",
                "id|''|id",
                "id|2024-01-01|id",
                "id|123456789012345678901234567890123|id",
                "id|v=STSv1; id=2024 01;|id",
                "since|yesterday|since",
                "since|2015-01-01|since",
                "since|2999-01-01|since",
                "since|2026-03-22T10:00:00|since",
                "place|there|place",
            })
    void whatCannotBeTakenIsToldMemberByMemberAndNothingIsSaved(String member, String value, String told) {
        var members = new LinkedHashMap<String, Object>(Map.of("name", "example.com", "text", TEXT, "id", "2024a"));
        members.put(member, "§");
        var request = mapper.writeValueAsString(members).replace("§", value);
        var refused = caller.post(PATH, request);

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("request.content");
        assertThat(refused.json().path("errors").findValuesAsString("member")).containsExactly(told);
        assertThat(count("domain")).isZero();
    }

    @Test
    void hostsTagsAndLengthsAreJudgedToo() {
        var refused = adopt(
                "mxHosts",
                new String[] {"mx_1.example.net"},
                "tags",
                new String[] {"a b!"},
                "earlierMaxAge",
                31_557_601);
        assertThat(refused.json().path("errors").findValuesAsString("member"))
                .containsExactlyInAnyOrder("mxHosts", "tags", "earlierMaxAge");
        assertThat(adopt("text", "x".repeat(65_537)).status()).isEqualTo(422);
        assertThat(adopt("text", "ä".repeat(40_000)).status()).isEqualTo(422);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThat(caller.post(PATH, "{\"name\": ").status()).isEqualTo(400);
        assertThat(adopt("colour", "red").status()).isEqualTo(400);
        assertThat(caller.send("POST", PATH, "text/plain", TEXT).status()).isEqualTo(415);
        assertThat(caller.get(PATH).status()).isEqualTo(405);
        assertThat(caller.post(PATH, "[" + " ".repeat(10_000_000) + "]").status())
                .isEqualTo(413);
        assertThat(programs.reading().post(PATH, "{}").status()).isEqualTo(403);
        assertThat(new Caller(port(), "nobody").post(PATH, "{}").status()).isEqualTo(401);
        assertThat(count("domain")).isZero();
    }

    @Autowired
    Environment environment;

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void aReplayedKeyAdoptsOnce() {
        var keyed = caller.with("Idempotency-Key", "adopt-1");
        var body = mapper.writeValueAsString(Map.of("name", "example.com", "text", TEXT, "id", "2024a"));
        var first = keyed.post(PATH, body);
        var again = keyed.post(PATH, body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(count("policy_version")).isOne();
        assertThat(keyed.post(PATH, body.replace("2024a", "2024b")).status()).isEqualTo(422);
    }
}
