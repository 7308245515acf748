package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Programs;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an engineer does from a script: from registering to enforce and back, and every way in which it is refused. */
@ApplicationTest
class ApiTest {

    static final String DOMAIN = "/api/v1/domains/example.com";

    @Autowired
    Programs programs;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Installation installation;

    Caller caller;

    @BeforeEach
    void aTokenThatMayWrite() {
        caller = programs.writing();
    }

    Caller.Answer register(String name, String... hosts) {
        var mx = String.join(
                ",", List.of(hosts).stream().map(host -> '"' + host + '"').toList());
        return caller.post("/api/v1/domains", """
            {"name": "%s", "mxHosts": [%s], "tags": ["eu", "prod"], "note": "ours"}\
            """.formatted(name, mx));
    }

    Caller matching(Caller.Answer answer) {
        return caller.with("If-Match", answer.header("ETag"));
    }

    @Test
    void theWholeWayFromRegisteringToEnforceAndBack() {
        var registered = register("Example.COM", "10 mx1.example.net", "20 mx2.example.net");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.header("Location")).isEqualTo(DOMAIN);
        assertThat(registered.json().toString()).isEqualTo("""
            {"name":"example.com","unicodeName":"example.com","mxHosts":["10 mx1.example.net","20 mx2.example.net"],\
            "tags":["eu","prod"],"note":"ours","place":"here","provider":"","policyHostTarget":null,\
            "reportAddress":null,"stage":"unpublished","testingSince":null,"due":null,"currentVersion":null,"sample":false}\
            """);
        assertThat(caller.get(DOMAIN).header("ETag")).isEqualTo(registered.header("ETag"));

        var draft = caller.get(DOMAIN + "/draft");
        assertThat(draft.text("mode")).isEqualTo("testing");
        assertThat(draft.text("text"))
                .isEqualTo("version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\n"
                        + "max_age: 604800\r\n");

        var published = matching(draft).post(DOMAIN + "/versions", "{}");
        assertThat(published.status()).as("%s", published).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo(DOMAIN + "/versions/1");
        assertThat(published.json().path("number").asInt()).isEqualTo(1);
        assertThat(published.text("author")).isEqualTo("Ada (deploy)");
        assertThat(caller.get(DOMAIN + "/policy").text("text")).isEqualTo(draft.text("text"));
        assertThat(caller.get(DOMAIN).text("stage")).isEqualTo("testing");

        var evidence = caller.get(DOMAIN + "/promotion");
        assertThat(evidence.text("verdict")).isEqualTo("unknown");
        assertThat(evidence.text("due"))
                .isEqualTo(clock.instant().plus(Duration.ofDays(14)).toString());
        assertThat(evidence.json().path("criteria").findValuesAsString("code"))
                .containsExactly(
                        "promotion.due", "promotion.every-host-covered", "promotion.no-danger", "promotion.own-word");

        var incomplete = caller.post(DOMAIN + "/confirmations", "{\"what\": \"records\"}");
        assertThat(incomplete.status()).isEqualTo(409);
        assertThat(incomplete.code()).isEqualTo("policy.records-missing");
        assertThat(incomplete.text("detail"))
                .contains("which host name policy hosts point to and which address takes the TLS reports");
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tlsrpt@example.net", "here"));
        assertThat(caller.post(DOMAIN + "/confirmations", "{\"what\": \"records\"}")
                        .status())
                .isEqualTo(204);
        var word = "{\"reportsReviewed\": true, \"recordsLive\": true, \"hostsSound\": true}";
        var early = caller.post(DOMAIN + "/promotion", word);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("promotion.unmet");
        assertThat(early.json().path("criteria").findValuesAsString("code")).containsExactly("promotion.due");
        assertThat(early.text("due"))
                .isEqualTo(clock.instant().plus(Duration.ofDays(14)).toString());

        clock.advance(Duration.ofDays(14));
        var promoted = caller.post(DOMAIN + "/promotion", word);
        assertThat(promoted.status()).as("%s", promoted).isEqualTo(201);
        assertThat(promoted.text("mode")).isEqualTo("enforce");
        assertThat(promoted.json().path("maxAge").asLong()).isEqualTo(1_209_600);
        assertThat(promoted.json().path("word").path("hostsSound").asBoolean()).isTrue();

        clock.advance(Duration.ofDays(1));
        var back = caller.post(DOMAIN + "/testing", "{\"reason\": \"mx2 has a new certificate\"}");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.text("mode")).isEqualTo("testing");
        assertThat(back.text("reason")).isEqualTo("mx2 has a new certificate");
        assertThat(caller.get(DOMAIN + "/versions").json().path("items").findValuesAsString("deed"))
                .containsExactly("back-to-testing", "promoted", "published");
        assertThat(caller.get(DOMAIN + "/versions/1/diff/2")
                        .json()
                        .path("lines")
                        .findValuesAsString("kind"))
                .contains("same", "added", "removed");
        assertThat(caller.get("/api/v1/audit?subject=example.com")
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly(
                        "policy.back-to-testing",
                        "policy.promoted",
                        "policy.records-confirmed",
                        "policy.published",
                        "policy.drafted",
                        "domain.registered");
    }

    @Test
    void promotingWithAReasonAndAnotherMaxAge() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        clock.advance(Duration.ofHours(1));
        var promoted =
                caller.post(DOMAIN + "/promotion", "{\"maxAge\": 2592000, \"reason\": \"moved from another server\"}");
        assertThat(promoted.status()).as("%s", promoted).isEqualTo(201);
        assertThat(promoted.json().path("maxAge").asLong()).isEqualTo(2_592_000);
        assertThat(promoted.text("reason")).isEqualTo("moved from another server");
        assertThat(caller.post(DOMAIN + "/promotion", "{\"maxAge\": 99999999999}")
                        .code())
                .isEqualTo("request.content");
    }

    @Test
    void aDomainIsRegisteredOnce() {
        register("example.com", "mx1.example.net");
        var again = register("EXAMPLE.com", "mx9.example.net");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("domain.registered");
        assertThat(caller.get(DOMAIN).json().path("mxHosts").toString()).isEqualTo("[\"mx1.example.net\"]");
    }

    @Test
    void whatCannotBeTakenIsToldMemberByMember() {
        var refused = caller.post("/api/v1/domains", """
            {"name": "exa mple", "mxHosts": ["mx_1.example.net", "https://mx2"], "tags": ["a b!"], "note": "\\u202e"}\
            """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("request.content");
        assertThat(refused.json().path("errors").findValuesAsString("member"))
                .contains("name", "mxHosts", "tags", "note");
        assertThat(caller.with("Accept-Language", "es")
                        .post("/api/v1/domains", "{\"name\": \"\"}")
                        .text("detail"))
                .startsWith("La petición se entiende");
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlace() {
        assertThat(caller.post("/api/v1/domains", "{\"name\": ").code()).isEqualTo("request.unreadable");
        var unknown = caller.post("/api/v1/domains", "{\"name\": \"example.com\",\n \"mxHost\": []}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("detail")).contains("line 2", "mxHost");
        assertThat(caller.post("/api/v1/domains", "{\"name\": 7}").status()).isEqualTo(400);
        assertThat(caller.post("/api/v1/domains", "").status()).isEqualTo(400);
        assertThat(caller.send("POST", "/api/v1/domains", "text/plain", "x").code())
                .isEqualTo("request.media-type");
        assertThat(caller.send("PUT", "/api/v1/domains", "application/json", "{}")
                        .code())
                .isEqualTo("request.method");
        assertThat(caller.post("/api/v1/domains", "{\"note\": \"" + "x".repeat(10_000_000) + "\"}")
                        .code())
                .isEqualTo("request.too-large");
    }

    @Test
    void anUnknownNameAndNoNameAreNotFound() {
        for (var path : List.of("", "/draft", "/versions", "/policy", "/promotion", "/records")) {
            var answer = caller.get("/api/v1/domains/nowhere.example" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("domain.unknown");
        }
        assertThat(caller.get("/api/v1/domains/no..name").code()).isEqualTo("domain.unknown");
    }

    @Test
    void aNameIsTakenInAnyForm() {
        register("bücher.example", "mx1.example.net");
        var answer = caller.get("/api/v1/domains/B%C3%9CCHER.example");
        assertThat(answer.text("name")).isEqualTo("xn--bcher-kva.example");
        assertThat(answer.text("unicodeName")).isEqualTo("bücher.example");
    }

    @Test
    void aChangeNamesTheStateThatItWasDecidedOn() {
        var registered = register("example.com", "mx1.example.net");
        var without = caller.patch(DOMAIN, "{\"note\": \"x\"}");
        assertThat(without.status()).isEqualTo(428);
        assertThat(without.text("detail")).contains(registered.header("ETag"));
        var changed = matching(registered).patch(DOMAIN, """
            {"note": "new", "mxHosts": ["mx3.example.net"], "reportAddress": "mailto:tls@example.net"}\
            """);
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(changed.text("note")).isEqualTo("new");
        assertThat(changed.json().path("tags").toString()).isEqualTo("[\"eu\",\"prod\"]");
        assertThat(changed.json().path("mxHosts").toString()).isEqualTo("[\"mx3.example.net\"]");
        assertThat(changed.text("reportAddress")).isEqualTo("mailto:tls@example.net");
        var stale = matching(registered).patch(DOMAIN, "{\"note\": \"old\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("request.changed");
        assertThat(matching(changed)
                        .patch(DOMAIN, "{\"reportAddress\": \"\"}")
                        .json()
                        .path("reportAddress")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPatchWithOneFaultChangesNothing() {
        var registered = register("example.com", "mx1.example.net");
        var refused = matching(registered).patch(DOMAIN, """
            {"note": "new", "place": "nowhere", "mxHosts": ["mx3.example.net"]}\
            """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(caller.get(DOMAIN).header("ETag")).isEqualTo(registered.header("ETag"));
    }

    @Test
    void aDraftIsReplacedByWhoHasSeenIt() {
        register("example.com", "mx1.example.net");
        var draft = caller.get(DOMAIN + "/draft");
        var body = "{\"mx\": [\"*.example.net\"], \"maxAge\": 86400, \"note\": \"a wildcard\"}";
        assertThat(caller.put(DOMAIN + "/draft", body).status()).isEqualTo(428);
        var put = matching(draft).put(DOMAIN + "/draft", body);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().path("findings").findValuesAsString("code")).contains("policy.max-age.testing");
        assertThat(matching(draft).put(DOMAIN + "/draft", body).status()).isEqualTo(412);
        assertThat(matching(draft).post(DOMAIN + "/versions", "{}").status()).isEqualTo(412);
        assertThat(matching(put).post(DOMAIN + "/versions", "{}").text("note")).isEqualTo("a wildcard");
        assertThat(caller.get(DOMAIN + "/draft").code()).isEqualTo("policy.no-draft");
        var first = caller.put(DOMAIN + "/draft", "{\"mx\": [\"mx1.example.net\"]}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(caller.put(DOMAIN + "/draft", "{\"mode\": \"enforce\"}").status())
                .isEqualTo(428);
        assertThat(matching(first)
                        .put(DOMAIN + "/draft", "{\"mode\": \"enforce\"}")
                        .code())
                .isEqualTo("policy.draft-mode");
        assertThat(matching(first).delete(DOMAIN + "/draft").status()).isEqualTo(204);
        assertThat(caller.get(DOMAIN + "/draft").status()).isEqualTo(404);
    }

    @Test
    void aDraftOfWhatIsPublishedIsRefusedAndTheOpenOneStays() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        var open = caller.put(DOMAIN + "/draft", "{\"mx\": [\"mx2.example.net\"]}");
        var same = matching(open).put(DOMAIN + "/draft", "{\"mx\": [\"mx1.example.net\"]}");
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.code()).isEqualTo("policy.nothing-to-publish");
        var restored = matching(open).send("POST", DOMAIN + "/versions/1/restore", null, null);
        assertThat(restored.code()).isEqualTo("policy.nothing-to-publish");
        assertThat(caller.get(DOMAIN + "/draft").header("ETag")).isEqualTo(open.header("ETag"));
    }

    @Test
    void nothingInvalidIsPublishedAndDangerWantsAReason() {
        var registered = register("example.com", "mx1.example.net");
        var draft = caller.get(DOMAIN + "/draft");
        var invalid = matching(draft).put(DOMAIN + "/draft", "{\"mx\": [\"mx 1\"]}");
        assertThat(invalid.status()).isEqualTo(200);
        var refused = caller.post(DOMAIN + "/versions", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("policy.invalid");
        assertThat(refused.json().path("findings").findValuesAsString("code")).contains("policy.mx.syntax");
        matching(invalid).put(DOMAIN + "/draft", "{\"mx\": [\"mx1.example.net\"], \"maxAge\": 60}");
        var danger = caller.post(DOMAIN + "/versions", "{}");
        assertThat(danger.status()).isEqualTo(409);
        assertThat(danger.code()).isEqualTo("policy.reason-needed");
        assertThat(danger.json().path("findings").findValuesAsString("code")).contains("policy.max-age.google");
        assertThat(caller.post(DOMAIN + "/versions", "{\"reason\": \"a test\"}").status())
                .isEqualTo(201);
        assertThat(caller.post(DOMAIN + "/versions", "{}").code()).isEqualTo("policy.no-draft");
        assertThat(registered.status()).isEqualTo(201);
    }

    @Test
    void aVersionIsRestoredAsADraft() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        caller.put(DOMAIN + "/draft", "{\"mx\": [\"mx1.example.net\", \"mx2.example.net\"]}");
        clock.advance(Duration.ofMinutes(1));
        caller.post(DOMAIN + "/versions", "{}");
        var restored = caller.send("POST", DOMAIN + "/versions/1/restore", null, null);
        assertThat(restored.json().path("mx").toString()).isEqualTo("[\"mx1.example.net\"]");
        assertThat(caller.get(DOMAIN + "/draft").header("ETag")).isEqualTo(restored.header("ETag"));
        assertThat(caller.send("POST", DOMAIN + "/versions/1/restore", null, null)
                        .status())
                .isEqualTo(428);
        assertThat(caller.send("POST", DOMAIN + "/versions/9/restore", null, null)
                        .status())
                .isEqualTo(428);
        assertThat(caller.get(DOMAIN + "/versions/9").code()).isEqualTo("policy.no-version");
    }

    @Test
    void aPublishedDomainIsRetiredBeforeItIsRemoved() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        var held = matching(caller.get(DOMAIN)).delete(DOMAIN);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.code()).isEqualTo("domain.held");
        clock.advance(Duration.ofDays(1));
        var retired = caller.post(DOMAIN + "/retirement", "{\"reason\": \"moved\"}");
        assertThat(retired.text("mode")).isEqualTo("none");
        assertThat(retired.text("reason")).isEqualTo("moved");
        assertThat(retired.text("note")).isEmpty();
        var early = matching(caller.get(DOMAIN)).delete(DOMAIN);
        assertThat(early.text("until"))
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toString());
        clock.advance(Duration.ofDays(8));
        assertThat(caller.get(DOMAIN).text("stage")).isEqualTo("retired");
        assertThat(caller.delete(DOMAIN).status()).isEqualTo(428);
        assertThat(matching(caller.get(DOMAIN)).delete(DOMAIN).status()).isEqualTo(204);
        assertThat(caller.get(DOMAIN).status()).isEqualTo(404);
        assertThat(caller.post(DOMAIN + "/restoration", "").text("stage")).isEqualTo("retired");
        assertThat(caller.post(DOMAIN + "/restoration", "").code()).isEqualTo("domain.not-removed");
    }

    @Test
    void aRemovalBeforeItsTimeWantsAReason() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        assertThat(matching(caller.get(DOMAIN))
                        .delete(DOMAIN + "?reason=lapsed")
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select removal_reason from domain")
                        .query(String.class)
                        .single())
                .isEqualTo("lapsed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        domains?size=201         | size  | size is 1 to 200.
        domains?page=0           | page  | page is 1 to 1,000,000.
        domains?page=x           | page  | page is a whole number.
        domains?sort=bogus       | sort  | sort is one of urgency, name and changed.
        domains?stage=nonsense   | stage | stage is one of unpublished, testing, due, enforce, retiring and retired.
        export.zip?stage=x       | stage | stage is one of unpublished, testing, due, enforce, retiring and retired.
        imports?place=there      | place | place is one of here and elsewhere.
        imports?confirm=no!      | confirm | confirm is one of true and false.
        """)
    void aParameterThatCannotBeTakenIsToldWhatItMayBe(String path, String parameter, String said) {
        var refused = path.startsWith("imports")
                ? caller.send("POST", "/api/v1/" + path, "text/csv", "example.com")
                : caller.get("/api/v1/" + path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("request.parameter");
        assertThat(refused.text("parameter")).isEqualTo(parameter);
        assertThat(refused.text("detail")).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domains?stagee=testing",
                "domains?stage=testing&size=1&Tag=x",
                "export.zip?stagee=testing",
                "export.csv?%73tagee=testing",
                "audit?person=1&subjet=example.com",
                "domains/example.com?x",
                "validate/match?pattern=*.example.com&host=mx.example.com&hots="
            })
    void aParameterThatIsUnknownIsRefusedRatherThanLeftOut(String path) {
        register("example.com", "mx1.example.net");
        var refused = caller.get("/api/v1/" + path);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("request.parameter");
        assertThat(refused.text("detail")).contains("“" + refused.text("parameter") + "”");
        assertThat(List.of("stagee", "Tag", "subjet", "x", "hots")).contains(refused.text("parameter"));
    }

    @Test
    void whatIsNotDoneByAMistypedParameterIsNotDoneByAnyOther() {
        var refused = caller.send("POST", "/api/v1/imports?confrim=false", "text/csv", "example.com,mx.example.net");
        assertThat(refused.text("parameter")).isEqualTo("confrim");
        assertThat(caller.get("/api/v1/jobs").json().path("total").asLong()).isZero();
    }

    @Test
    void anEmptyPartOfAQueryIsNoParameter() {
        assertThat(caller.get("/api/v1/domains?&stage=testing&").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/domains?").status()).isEqualTo(200);
    }

    @Test
    void anAnswerToAProgramIsNoFileWhateverItsNameEndsIn() {
        register("example.com", "mx1.example.net");
        for (var path : List.of(DOMAIN, "/api/v1/domains/example.test", DOMAIN + "/draft")) {
            assertThat(caller.get(path).response().headers().firstValue("Content-Disposition"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void whatIsToBeDoneOnAPageIsNotSaidToAProgram() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        matching(caller.get(DOMAIN)).patch(DOMAIN, "{\"mxHosts\": [\"mx9.example.net\"]}");
        assertThat(caller.get(DOMAIN + "/promotion").json().path("criteria").findValuesAsString("why"))
                .contains("mx9.example.net is not named. In enforce, senders would hold mail for it back.");
    }

    @Test
    void theListIsSearchedFilteredAndPaged() {
        for (int i = 0; i < 5; i++) {
            register("d" + i + ".example", "mx1.example.net");
        }
        caller.post("/api/v1/domains/d3.example/versions", "{}");
        var page = caller.get("/api/v1/domains?sort=name&page=2&size=2").json();
        assertThat(page.path("items").findValuesAsString("name")).containsExactly("d2.example", "d3.example");
        assertThat(page.path("total").asLong()).isEqualTo(5);
        assertThat(page.path("page").asInt()).isEqualTo(2);
        assertThat(page.path("size").asInt()).isEqualTo(2);
        assertThat(caller.get("/api/v1/domains?stage=testing")
                        .json()
                        .path("items")
                        .findValuesAsString("name"))
                .containsExactly("d3.example");
        assertThat(caller.get("/api/v1/domains?q=D4").json().path("total").asLong())
                .isOne();
        assertThat(caller.get("/api/v1/domains?tag=prod&size=200")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(5);
        var open = caller.get("/api/v1/domains/d1.example/draft");
        matching(open).put("/api/v1/domains/d1.example/draft", "{\"mx\": [\"mx1.example.net\"], \"maxAge\": 60}");
        for (var finding : List.of("danger", "policy.max-age.google")) {
            assertThat(caller.get("/api/v1/domains?finding=" + finding)
                            .json()
                            .path("items")
                            .findValuesAsString("name"))
                    .as(finding)
                    .containsExactly("d1.example");
        }
        for (var query : List.of("size=201", "size=0", "page=0", "page=x", "stage=nowhere", "sort=size")) {
            assertThat(caller.get("/api/v1/domains?" + query).code()).as(query).isEqualTo("request.parameter");
        }
    }

    @Test
    void recordsAreToldWithWhatIsMissing() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        var records = caller.get(DOMAIN + "/records").json().path("items");
        assertThat(records.findValuesAsString("name"))
                .containsExactly("_mta-sts.example.com", "mta-sts.example.com", "_smtp._tls.example.com");
        assertThat(records.get(0).path("value").asString()).startsWith("v=STSv1; id=");
        assertThat(records.get(1).path("value").isNull()).isTrue();
        assertThat(records.get(1).path("missing").asString()).isNotEmpty();
    }

    @Test
    void recordsAreToldWithWhatIsToBeDoneWithThem() {
        register("example.com", "mx1.example.net");
        assertThat(acts()).containsExactly("wait", "wait", "wait");
        caller.post(DOMAIN + "/versions", "{}");
        amend("{\"policyHostTarget\": \"sts.example.net\", \"reportAddress\": \"tls@example.net\"}");
        assertThat(acts()).containsExactly("create", "create", "create");
        assertThat(caller.post(DOMAIN + "/confirmations", "{\"what\": \"records\"}")
                        .status())
                .isEqualTo(204);
        assertThat(acts()).containsExactly("keep", "keep", "keep");
        amend("{\"reportAddress\": \"other@example.net\"}");
        assertThat(acts()).containsExactly("keep", "keep", "change");
        assertThat(caller.get(DOMAIN + "/records")
                        .json()
                        .path("items")
                        .get(2)
                        .path("note")
                        .asString())
                .contains("tls@example.net");
        amend("{\"place\": \"elsewhere\"}");
        assertThat(acts()).containsExactly("keep", "leave", "change");
    }

    private void amend(String change) {
        clock.advance(Duration.ofMinutes(1));
        var tag = caller.get(DOMAIN).header("ETag");
        assertThat(caller.with("If-Match", tag).patch(DOMAIN, change).status()).isEqualTo(200);
    }

    private List<String> acts() {
        return caller.get(DOMAIN + "/records").json().path("items").findValuesAsString("act");
    }

    @Test
    void theSameKeyAndBodyAreAnsweredOnce() {
        var once = caller.with("Idempotency-Key", "a-key");
        var body = "{\"name\": \"example.com\", \"mxHosts\": [\"mx1.example.net\"]}";
        var first = once.post("/api/v1/domains", body);
        assertThat(first.status()).isEqualTo(201);
        var second = once.post("/api/v1/domains", body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(once.post("/api/v1/domains", body + " ").code()).isEqualTo("request.other-body");
        assertThat(programs.writing()
                        .with("Idempotency-Key", "a-key")
                        .post("/api/v1/domains", body)
                        .code())
                .as("another token's key is another key")
                .isEqualTo("domain.registered");
        clock.advance(Duration.ofHours(24));
        assertThat(once.post("/api/v1/domains", body).code()).isEqualTo("domain.registered");
    }

    @Test
    void aRefusalIsKeptToo() {
        register("example.com", "mx1.example.net");
        var once = caller.with("Idempotency-Key", "k");
        var body = "{\"name\": \"example.com\"}";
        assertThat(once.post("/api/v1/domains", body).code()).isEqualTo("domain.registered");
        assertThat(once.post("/api/v1/domains/nowhere.example/versions", "{}").status())
                .isEqualTo(404);
        matching(caller.get(DOMAIN)).delete(DOMAIN);
        assertThat(once.post("/api/v1/domains", body).code()).isEqualTo("domain.registered");
        assertThat(jdbc.sql("select count(*) from kept_answer")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aKeyWithSpacesIsRefused() {
        assertThat(caller.with("Idempotency-Key", "a key")
                        .post("/api/v1/domains", "{}")
                        .code())
                .isEqualTo("request.idempotency-key");
    }

    @Test
    void everyAnswerToAKeyIsWhatItIsWithout() {
        register("example.com", "mx1.example.net");
        register("example.org", "mx1.example.net");
        var keyed = caller.with("Idempotency-Key", "k");
        var other = "/api/v1/domains/example.org";
        assertThat(keyed.post(DOMAIN + "/versions", "{}").json().path("number").asInt())
                .isEqualTo(1);
        caller.post(other + "/versions", "{}");
        assertThat(keyed.get(DOMAIN).text("stage")).isEqualTo("testing");
        var patch = "{\"note\": \"new\", \"mxHosts\": [\"mx3.example.net\"]}";
        var withKey = keyed.with("If-Match", caller.get(DOMAIN).header("ETag")).patch(DOMAIN, patch);
        var withoutKey = matching(caller.get(other)).patch(other, patch);
        assertThat(withKey.response().body().replace("example.com", "example.org"))
                .isEqualTo(withoutKey.response().body());
        assertThat(withKey.header("ETag")).isEqualTo(withoutKey.header("ETag"));
        assertThat(caller.get(DOMAIN).header("ETag")).isEqualTo(withKey.header("ETag"));
    }

    @Test
    void settingsAreReadAndReplaced() {
        var settings = caller.get("/api/v1/settings");
        assertThat(settings.text("defaultPlace")).isEqualTo("here");
        var body = "{\"policyHostTarget\": \"sts.example.net\", \"reportAddress\": \"tls@example.net\"}";
        assertThat(caller.put("/api/v1/settings", body).status()).isEqualTo(428);
        var put = matching(settings).put("/api/v1/settings", body);
        assertThat(put.text("reportAddress")).isEqualTo("mailto:tls@example.net");
        assertThat(put.text("defaultPlace")).isEqualTo("here");
        assertThat(matching(settings).put("/api/v1/settings", body).status()).isEqualTo(412);
        assertThat(matching(put)
                        .put("/api/v1/settings", "{\"publicUrl\": \"https://mta-sts.example.net\"}")
                        .json()
                        .path("errors")
                        .findValuesAsString("member"))
                .containsExactly("publicUrl");
        assertThat(caller.get("/api/v1/audit?action=settings.changed")
                        .json()
                        .path("total")
                        .asLong())
                .isOne();
    }

    @Test
    void everyStateHasATagAndIsNotSentTwice() {
        register("example.com", "mx1.example.net");
        caller.post(DOMAIN + "/versions", "{}");
        for (var path : List.of(
                "/api/v1/domains",
                "/api/v1/audit",
                "/api/v1/settings",
                DOMAIN,
                DOMAIN + "/versions",
                DOMAIN + "/versions/1",
                DOMAIN + "/policy",
                DOMAIN + "/promotion",
                DOMAIN + "/records")) {
            var first = caller.get(path);
            assertThat(first.header("ETag")).as(path).isNotEmpty();
            assertThat(caller.with("If-None-Match", first.header("ETag"))
                            .get(path)
                            .status())
                    .as(path)
                    .isEqualTo(304);
        }
    }
}
