package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import mtasts.ApplicationTest;
import mtasts.account.Caller;
import mtasts.account.Programs;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

@ApplicationTest
class ImportResourceTest {

    private static final String TABLE = "domain,mx,tags\n"
            + "example.com,mx.example.net,a\n"
            + "-,mx.example.net,\n"
            + "example.org,mx1.example.net mx2.example.net,\n";

    @Autowired
    Programs programs;

    @Autowired
    ImportResource resource;

    @Autowired
    Domains domains;

    @Autowired
    JdbcClient jdbc;

    Caller caller;

    @BeforeEach
    void aProgramMayWrite() {
        caller = programs.writing();
    }

    private Caller.Answer send(Caller sender, String path, String table) {
        return sender.send("POST", path, "text/csv", table);
    }

    private Caller.Answer ended(String path) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        List.of("done", "cancelled").contains(caller.get(path).text("state")));
        return caller.get(path);
    }

    private static List<String> items(Caller.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("name").asString()
                        + " "
                        + item.path("result").asString("-")
                        + " "
                        + item.path("code").asString("-"))
                .toList();
    }

    @Test
    void rowsAreJudgedAndRegisteredInOneGo() {
        var answer = send(caller, "/api/v1/imports?place=elsewhere", TABLE);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("total").asInt()).isEqualTo(3);
        var ended = ended(answer.header("Location"));
        assertThat(ended.text("state")).isEqualTo("done");
        assertThat(ended.json().path("done").asInt()).isEqualTo(2);
        assertThat(ended.json().path("refused").asInt()).isOne();
        assertThat(items(ended))
                .containsExactly("example.com registered -", "- refused import.name", "example.org registered -");
        assertThat(items(caller.get(answer.header("Location") + "?page=2&size=2")))
                .containsExactly("example.org registered -");
        assertThat(domains.require(DomainName.of("example.com")).place()).isEqualTo(Place.ELSEWHERE);
        assertThat(jdbc.sql("select distinct who from audit_entry where action = 'domain.registered'")
                        .query(String.class)
                        .list())
                .containsExactly("Ada (deploy)");
        assertThat(caller.with("Accept-Language", "es")
                        .get(answer.header("Location"))
                        .toString())
                .contains("La política propuesta cubre 2 de 2 servidores MX");
    }

    /** A table that somebody only looks at does not keep one back that is to be registered at once. */
    @Test
    void aTableIsLookedAtFirstAndRegisteredWhenItIsConfirmed() {
        var looked = send(caller, "/api/v1/imports?confirm=false", TABLE).header("Location");
        await().until(() -> caller.get(looked).text("state").equals("judged"));
        assertThat(items(caller.get(looked)))
                .containsExactly("example.com new -", "- refused import.name", "example.org new -");
        assertThat(jdbc.sql("select count(*) from domain").query(Long.class).single())
                .isZero();
        var atOnce = send(caller, "/api/v1/imports", TABLE).header("Location");
        assertThat(caller.get("/api/v1/jobs").json().path("items").findValuesAsString("address"))
                .containsExactly(atOnce, looked);
        ended(atOnce);
        assertThat(caller.post(looked + "/confirmation", "").status()).isEqualTo(204);
        assertThat(items(ended(looked)))
                .containsExactly("example.com unchanged -", "- refused import.name", "example.org unchanged -");
    }

    @Test
    void aRepeatedKeyIsOneImport() {
        var keyed = caller.with("Idempotency-Key", "k1");
        var first = send(keyed, "/api/v1/imports", TABLE);
        assertThat(first.status()).isEqualTo(202);
        ended(first.header("Location"));
        assertThat(send(keyed, "/api/v1/imports", TABLE).header("Location")).isEqualTo(first.header("Location"));
        assertThat(send(keyed, "/api/v1/imports", "example.net").status()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/imports|text/csv|' '|422|import.empty",
                "/api/v1/imports|text/csv|'\"a'|422|import.unreadable",
                "/api/v1/imports?place=there|text/csv|a|400|request.parameter",
                "/api/v1/imports|application/json|{}|415|request.media-type"
            })
    void whatIsNoTableIsRefused(String path, String type, String body, int status, String code) {
        for (var sender : List.of(caller, caller.with("Idempotency-Key", "k2" + status + code))) {
            var answer = sender.send("POST", path, type, body);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
        }
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isZero();
    }

    @Test
    void whoMayOnlyReadLooksAndDoesNotImport() {
        var answer = send(programs.reading(), "/api/v1/imports", TABLE);
        assertThat(answer.status()).isEqualTo(403);
        var path = send(caller, "/api/v1/imports", TABLE).header("Location");
        ended(path);
        assertThat(programs.reading().get(path).status()).isEqualTo(200);
        assertThat(programs.reading().post(path + "/cancellation", "{}").status())
                .isEqualTo(403);
        assertThat(caller.get("/api/v1/imports/999999").code()).isEqualTo("import.unknown");
        assertThat(caller.get("/api/v1/imports/x").status()).isEqualTo(400);
        assertThat(caller.get(path).json().path("size").asInt()).isEqualTo(50);
        for (var query : List.of("?page=0", "?size=201", "?size=many")) {
            assertThat(caller.get(path + query).status()).isEqualTo(400);
            assertThat(caller.get(path + query).code()).isEqualTo("request.parameter");
        }
        assertThat(caller.delete(path).status()).isEqualTo(405);
    }

    @Test
    void anImportIsStoppedAndWhatIsRegisteredStays() {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(n -> "d" + n + ".example,mx.example.net,\n")
                .toList();
        var path = send(caller, "/api/v1/imports", String.join("", rows)).header("Location");
        assertThat(caller.post(path + "/cancellation", "{}").status()).isEqualTo(204);
        var ended = ended(path);
        var registered =
                jdbc.sql("select count(*) from domain").query(Long.class).single();
        assertThat(ended.text("state")).isEqualTo("cancelled");
        assertThat(ended.json().path("done").asLong()).isEqualTo(registered).isLessThan(20_000);
        assertThat(caller.post(path + "/cancellation", "{}").status()).isEqualTo(204);
    }

    /** A full disk is no fault of the one who asks: answered as theirs, it would be kept for each repetition. */
    @Test
    void whatFailsHereIsNotSaidToBeTheirFault() {
        var request = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("No space left on device");
                    }
                });
            }
        };
        assertThatIOException().isThrownBy(() -> resource.start("here", true, request));
    }

    @Test
    void moreThan32MegabytesAreTooMuch() {
        var answer = send(caller, "/api/v1/imports", "x".repeat(33 * 1024 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
    }
}
