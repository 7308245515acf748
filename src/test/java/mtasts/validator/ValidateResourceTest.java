package mtasts.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Caller.Answer;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.Vectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs ask without an account. */
@ApplicationTest
class ValidateResourceTest {

    static final String POLICY = "/api/v1/validate/policy";
    static final String RECORD = "/api/v1/validate/record";
    static final String MATCH = "/api/v1/validate/match";

    static final String GOOD = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n";

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    RateLimit rate;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port, null);
    }

    Answer judge(String policy) {
        return caller.send("POST", POLICY, "text/plain", policy);
    }

    @Test
    void aGoodPolicyIsValidAndItsFieldsAreTold() {
        var answer = judge(GOOD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.response().body())
                .isEqualTo("{\"valid\":true,\"policy\":{\"mode\":\"testing\",\"mx\":[\"mx1.example.net\"],"
                        + "\"maxAge\":604800},\"findings\":[]}");
    }

    @Test
    void aFindingHasItsPlaceItsWordsAndItsSection() {
        var answer = judge(GOOD.replace("testing", "Testing"));
        assertThat(answer.json().get("valid").booleanValue()).isFalse();
        assertThat(answer.json().get("policy").isNull()).isTrue();
        var finding = answer.json().get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly("code", "severity", "line", "column", "message", "remedy", "rfc");
        assertThat(finding.get("code").stringValue()).isEqualTo("policy.mode");
        assertThat(finding.get("severity").stringValue()).isEqualTo("invalid");
        assertThat(finding.get("line").intValue()).isEqualTo(2);
        assertThat(finding.get("column").intValue()).isEqualTo(7);
        assertThat(finding.get("message").stringValue())
                .startsWith("“Testing” is not a mode. ")
                .doesNotContain("<");
        assertThat(finding.get("remedy").stringValue()).contains("testing");
        assertThat(finding.get("rfc").stringValue()).isEqualTo("RFC 8461 §3.2");
    }

    @Test
    void whatConcernsTheWholeHasNoPlace() {
        var finding = judge("").json().get("findings").get(0);
        assertThat(finding.get("line").isNull()).isTrue();
        assertThat(finding.get("column").isNull()).isTrue();
    }

    @Test
    void theWordsComeInTheLanguageThatIsAskedFor() {
        caller = caller.with("Accept-Language", "es-MX, en;q=0.5");
        assertThat(judge(GOOD.replace("testing", "Testing"))
                        .json()
                        .get("findings")
                        .get(0)
                        .get("message")
                        .stringValue())
                .startsWith("«Testing» no es un modo. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; charset=utf-16",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "application/json",
                "nonsense/of-some-kind"
            })
    void theOctetsCountAndNotTheirContentType(String type) {
        assertThat(caller.send("POST", POLICY, type, GOOD).json().get("valid").booleanValue())
                .isTrue();
    }

    @Test
    void withoutAContentTypeItIsReadToo() {
        assertThat(caller.send("POST", POLICY, null, GOOD).json().get("valid").booleanValue())
                .isTrue();
    }

    @Test
    void nothingThatIsOverSixtyFourKilobytesIsReadAndUpToAMegabyteThatIsTheAnswer() {
        for (int size : List.of(65_537, 1_048_576)) {
            var answer = judge("x".repeat(size));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("valid").booleanValue()).isFalse();
            assertThat(answer.json().get("findings")).hasSize(1);
            assertThat(answer.json().get("findings").get(0).get("code").stringValue())
                    .isEqualTo("policy.size");
        }
    }

    @ParameterizedTest
    @CsvSource({POLICY + ", text/plain", POLICY + ", application/x-www-form-urlencoded", RECORD + ", application/json"})
    void tenMegabytesAreTooLarge(String path, String type) {
        var answer = caller.send("POST", path, type, "x".repeat(10_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
    }

    @Test
    void ofAHostileTextTheFirstThousandFindingsAreToldAndHowManyMore() {
        var answer = judge("\n".repeat(65_536));
        assertThat(answer.json().get("findings")).hasSize(1_000);
        assertThat(answer.json().get("moreFindings").intValue()).isGreaterThan(60_000);
    }

    @Test
    void aRecordIsValidWithItsId() {
        var answer = caller.post(RECORD, "[\"v=STSv1; id=20260101T0;\"]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("{\"valid\":true,\"id\":\"20260101T0\",\"findings\":[]}");
    }

    @Test
    void theStringsOfARecordAreJoinedAndOtherRecordsAreSetAside() {
        var answer = caller.post(RECORD, "[\"v=spf1 -all\", [\"v=STS\", \"v1; id=a1\"]]");
        assertThat(answer.text("id")).isEqualTo("a1");
    }

    @Test
    void severalRecordsAndNoRecordAreRefused() {
        var many = caller.post(RECORD, "[\"v=STSv1; id=1\", \"v=STSv1; id=2\"]");
        assertThat(many.json().get("valid").booleanValue()).isFalse();
        assertThat(many.json().get("id").isNull()).isTrue();
        assertThat(many.json().get("findings").get(0).get("code").stringValue()).isEqualTo("record.many");
        assertThat(caller.post(RECORD, "[]")
                        .json()
                        .get("findings")
                        .get(0)
                        .get("code")
                        .stringValue())
                .isEqualTo("record.none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[", "{}", "\"v=STSv1; id=1\"", "[1]", "[[1]]", "[null]", "[[[\"v\"]]]", "null"})
    void whatIsNoArrayOfRecordsIsUnreadable(String body) {
        var answer = caller.post(RECORD, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.unreadable");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, mx.example.com, true",
        "*.example.com, MX.Example.COM., true",
        "*.example.com, a.mx.example.com, false",
        "mx.example.com, mx.example.com, true",
        "mx_1.example.com, mx_1.example.com, false",
        "192.0.2.1, 192.0.2.1, false",
        "*.xn--mnchen-3ya.example, mx.münchen.example, true",
        "'', '', false"
    })
    void aMatchIsTold(String pattern, String host, boolean match) {
        var answer = caller.get(MATCH + "?pattern=" + encoded(pattern) + "&host=" + encoded(host));
        assertThat(answer.response().body()).isEqualTo("{\"match\":" + match + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?pattern=*.example.com", "?host=example.com"})
    void aMatchNeedsBothItsParameters(String query) {
        var answer = caller.get(MATCH + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.parameter");
    }

    @ParameterizedTest
    @CsvSource({"GET, " + POLICY, "PUT, " + POLICY, "DELETE, " + RECORD, "GET, " + RECORD, "POST, " + MATCH})
    void anotherMethodIsRefused(String method, String path) {
        var answer = caller.send(method, path, null, null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("request.method");
        assertThat(answer.header("Allow")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({RECORD + ", text/plain", POLICY + ", multipart/form-data; boundary=x"})
    void anotherTypeIsRefused(String path, String type) {
        var answer = caller.send("POST", path, type, "--x--\r\n");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("request.media-type");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        assertThat(caller.get("/api/v1/validate/nothing").code()).isEqualTo("request.not-found");
    }

    @Test
    void neitherASessionNorACookieNorAKeptAnswerComesOfIt() {
        var answer = caller.with("Idempotency-Key", "k").send("POST", POLICY, "text/plain", GOOD);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(caller.with("Idempotency-Key", "k")
                        .send("POST", POLICY, "text/plain", "")
                        .json()
                        .get("valid")
                        .booleanValue())
                .isFalse();
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNetworkThatAsksTooOftenIsToldWhenToAskAgain() {
        for (int asked = 0; asked < 60; asked++) {
            assertThat(caller.get(MATCH + "?pattern=a.example&host=a.example").status())
                    .isEqualTo(200);
        }
        var refused = judge(GOOD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("request.rate");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.text("detail")).endsWith("Try again in a second.");
        assertThat(caller.with("X-Forwarded-For", "203.0.113.7")
                        .send("POST", POLICY, "text/plain", GOOD)
                        .status())
                .isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(judge(GOOD).status()).isEqualTo(200);
        assertThat(judge(GOOD).status()).isEqualTo(429);
    }

    @Test
    void whatIsValidIsWhatAReaderOfTheLetterTakes() {
        var rows = Vectors.rows("policies.jsonl");
        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            rate.forget();
            var octets = row.path("input").isString()
                    ? row.get("input").stringValue().getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(row.get("input_b64").stringValue());
            boolean withinBounds = !row.get("rfc").path("over_max").asBoolean(false) && octets.length <= Policy.LONGEST;
            agree(row, row.get("rfc").get("valid").booleanValue() && withinBounds, caller.post(POLICY, octets));
        }
    }

    @Test
    void aRecordIsValidWhereAReaderOfTheLetterTakesIt() {
        var rows = Vectors.rows("txt_records.jsonl");
        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            rate.forget();
            var records = row.path("records").isArray() ? row.get("records") : List.of(row.get("input"));
            var answer = caller.post(RECORD, JSON.writeValueAsString(records));
            agree(row, row.get("rfc").get("valid").booleanValue(), answer);
        }
    }

    private static void agree(JsonNode row, boolean valid, Answer answer) {
        assertThat(answer.json().get("valid").booleanValue())
                .as("%s: %s", row, answer)
                .isEqualTo(valid);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
