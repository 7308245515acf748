package mtasts.hosting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import mtasts.hosting.RawHttp.Answer;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The valve in a bare Tomcat, behind which everything answers "the application", sets a cookie and knows every path. */
class PolicyHostValveTest {

    private static final String TEXT = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n";
    private static final String PATH = "/.well-known/mta-sts.txt";

    private static final Tomcat TOMCAT = new Tomcat();
    private static final PolicyTable TABLE = new PolicyTable();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        TABLE.serve("example.com", "20261124120000ab", TEXT);
        TABLE.serve("unicode.example", "20261124120000cd", "version: STSv1\r\nnote: grüezi\r\n");
        TOMCAT.setBaseDir(folder.toString());
        TOMCAT.setPort(0);
        TOMCAT.getConnector().setProperty("address", "127.0.0.1");
        var context = TOMCAT.addContext("", folder.toString());
        Tomcat.addServlet(context, "application", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                request.getSession();
                response.getWriter().print("the application");
            }
        });
        context.addServletMappingDecoded("/*", "application");
        TOMCAT.getEngine().getPipeline().addValve(new PolicyHostValve(TABLE));
        TOMCAT.start();
    }

    @AfterAll
    static void stop() throws Exception {
        TOMCAT.stop();
        TOMCAT.destroy();
    }

    @Test
    void aSenderGetsTheExactBytesAndNothingElse() throws IOException {
        Answer answer = get(PATH, "mta-sts.example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(answer.headers())
                .filteredOn(header -> !header.startsWith("Date: "))
                .containsExactlyInAnyOrder(
                        "Cache-Control: max-age=60",
                        "ETag: \"20261124120000ab\"",
                        "Content-Type: text/plain; charset=us-ascii",
                        "Content-Length: " + TEXT.length(),
                        "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MTA-STS.Example.COM",
                "mta-sts.example.com:8443",
                "mta-sts.example.com.",
                "mTa-StS.example.com.:80",
                " mta-sts.example.com "
            })
    void theHostIsTheSameInAnyCaseWithPortAndTrailingDot(String host) throws IOException {
        assertThat(get(PATH, host).body()).isEqualTo(TEXT);
    }

    @Test
    void aTextBeyondAsciiSaysSo() throws IOException {
        Answer answer = get(PATH, "mta-sts.unicode.example");

        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(new String(answer.body().getBytes(ISO_8859_1), UTF_8)).contains("grüezi");
    }

    @Test
    void headSaysTheLengthAndSendsNoBody() throws IOException {
        Answer answer = request("HEAD", PATH, "mta-sts.example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(TEXT.length()));
        assertThat(answer.header("ETag")).isEqualTo("\"20261124120000ab\"");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"20261124120000ab\"",
                "W/\"20261124120000ab\"",
                "\"other\", \"20261124120000ab\"",
                "\"other\",W/\"20261124120000ab\"",
                "*"
            })
    void whoHasThisTextAlreadyIsToldSo(String ifNoneMatch) throws IOException {
        Answer answer = get(PATH, "mta-sts.example.com", "If-None-Match: " + ifNoneMatch);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"20261124120000ab\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"20261124120000\"", "20261124120000ab", "W/\"other\"", "", ",,,"})
    void whoHasAnotherTextGetsThisOne(String ifNoneMatch) throws IOException {
        assertThat(get(PATH, "mta-sts.example.com", "If-None-Match: " + ifNoneMatch)
                        .body())
                .isEqualTo(TEXT);
    }

    @Test
    void aQueryIsPassedOver() throws IOException {
        assertThat(get(PATH + "?fresh=1", "mta-sts.example.com").body()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"})
    void otherMethodsAreRefused(String method) throws IOException {
        Answer answer = request(method, PATH, "mta-sts.example.com");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.head()).doesNotContainIgnoringCase("Set-Cookie");
    }

    @Test
    void aBodyIsNotReadAndNotAnswered() throws IOException {
        Answer answer = RawHttp.sendText(
                port(),
                "POST " + PATH + " HTTP/1.1\r\nHost: mta-sts.example.com\r\nContent-Length: 5\r\n"
                        + "Expect: 100-continue\r\nConnection: close\r\n\r\nhello");

        assertThat(answer.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/app.css",
                "/error",
                "/livez",
                "/caddy/ask?domain=mta-sts.example.com",
                "/.well-known/",
                "/.well-known/mta-sts.txt/",
                "/.well-known/mta-sts.txt;x=y",
                "/.well-known;x=y/mta-sts.txt",
                "/.well-known/./mta-sts.txt",
                "/./.well-known/mta-sts.txt",
                "//.well-known/mta-sts.txt",
                "/.well-known//mta-sts.txt",
                "/x/../.well-known/mta-sts.txt",
                "/%2ewell-known/mta-sts.txt",
                "/.well-known/mta-sts%2Etxt",
                "/.well-known/mta-sts.txt%20",
                "/.well-known/MTA-STS.txt",
                "/.WELL-KNOWN/mta-sts.txt"
            })
    void onAPolicyHostNothingElseExists(String target) throws IOException {
        Answer answer = get(target, "mta-sts.example.com");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=us-ascii");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo("Nothing here.\n");
        assertThat(answer.head()).doesNotContainIgnoringCase("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known\\mta-sts.txt",
                "/\\.well-known/mta-sts.txt",
                "/.well-known%5cmta-sts.txt",
                "/.well-known%2fmta-sts.txt",
                "/../.well-known/mta-sts.txt",
                "/.well-known/mta-sts.txt%00",
                "/.well-known/mta-sts.txt%zz",
                "/.well-known/mta-sts.txt#x",
                "*",
                "mta-sts.example.com:443"
            })
    void whatIsNoPathIsRefusedWithoutAWord(String target) throws IOException {
        Answer answer = get(target, "mta-sts.example.com");

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).isIn("", "Nothing here.\n");
        assertThat(answer.head()).doesNotContainIgnoringCase("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mta-sts.unknown.example", "mta-sts.", "mta-sts", "MTA-STS:80", "mta-sts.mta-sts.example.com"})
    void aPolicyHostThatServesNothingHasNothing(String host) throws IOException {
        assertThat(get(PATH, host).status()).isEqualTo(404);
        assertThat(get("/", host).body()).isEqualTo("Nothing here.\n");
        assertThat(request("POST", PATH, host).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sts.example.net", "example.com", "mta-stsx.example.com", "www.mta-sts.example.com", "127.0.0.1"
            })
    void onEveryOtherHostThePolicyDoesNotExistAndAllElseIsTheApplications(String host) throws IOException {
        Answer answer = get(PATH, host);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Nothing here.\n");

        assertThat(get("/", host).body()).isEqualTo("the application");
    }

    @Test
    void aRequestTargetWithAnotherAuthorityThanTheHostIsRefused() throws IOException {
        assertThat(get("http://mta-sts.example.com" + PATH, "sts.example.net").status())
                .isEqualTo(400);
        Answer other = get("http://sts.example.net/", "mta-sts.example.com");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body()).doesNotContain("the application");
    }

    @Test
    void aRequestTargetWithTheSameAuthorityIsServed() throws IOException {
        assertThat(get("http://mta-sts.example.com" + PATH, "mta-sts.example.com")
                        .body())
                .isEqualTo(TEXT);
        assertThat(get("http://mta-sts.example.com/", "mta-sts.example.com").status())
                .isEqualTo(404);
    }

    @Test
    void twoHostsOrNoneAreRefused() throws IOException {
        assertThat(get(PATH, "mta-sts.example.com", "Host: sts.example.net").status())
                .isEqualTo(400);
        assertThat(get(PATH, "mta-sts.example.com", "Host: mta-sts.example.com").status())
                .isEqualTo(400);
        assertThat(RawHttp.send(port(), "GET " + PATH + " HTTP/1.1", "Connection: close")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOldRequestWithoutAHostHasNoPolicy() throws IOException {
        assertThat(RawHttp.send(port(), "GET " + PATH + " HTTP/1.0").status()).isEqualTo(404);
        assertThat(RawHttp.send(port(), "GET " + PATH + " HTTP/1.0", "Host: mta-sts.example.com")
                        .body())
                .isEqualTo(TEXT);
    }

    @Test
    void aHostThatIsNoneIsRefused() throws IOException {
        assertThat(get(PATH, "mta-sts.example.com/evil").status()).isEqualTo(400);
        assertThat(get(PATH, "mta-sts.exämple.com").status()).isEqualTo(400);
        assertThat(get(PATH, "mta-sts.example.com, sts.example.net").status()).isEqualTo(400);
        assertThat(get(PATH, "mta-sts." + "x".repeat(100_000)).status()).isEqualTo(400);
        assertThat(get(PATH, "mta-sts." + "x.".repeat(2_000) + "example.com").status())
                .isEqualTo(404);
    }

    @Test
    void headersOfAProxyDoNotChangeTheHost() throws IOException {
        assertThat(get(
                                PATH,
                                "sts.example.net",
                                "X-Forwarded-Host: mta-sts.example.com",
                                "Forwarded: host=mta-sts.example.com")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyRequestsShareOneConnection() throws IOException {
        String one = "GET " + PATH + " HTTP/1.1\r\nHost: mta-sts.example.com\r\n";

        Answer answer = RawHttp.sendText(port(), (one + "\r\n").repeat(5) + one + "Connection: close\r\n\r\n");

        assertThat(answer.body().split("HTTP/1.1 200", -1)).hasSize(6);
    }

    @Test
    void caddyIsToldWhichNamesAreServedHere() throws IOException {
        assertThat(ask("domain=mta-sts.example.com").status()).isEqualTo(200);
        assertThat(ask("domain=MTA-STS.EXAMPLE.COM").status()).isEqualTo(200);
        assertThat(ask("domain=mta-sts.unknown.example").status()).isEqualTo(404);
        assertThat(ask("domain=example.com").status()).isEqualTo(404);
        assertThat(ask("domain=").status()).isEqualTo(404);
        assertThat(ask("").status()).isEqualTo(404);
        assertThat(get("/caddy/ask", "127.0.0.1:8080").status()).isEqualTo(404);
    }

    @Test
    void nobodyIsToldThroughAProxy() throws IOException {
        assertThat(get("/caddy/ask?domain=mta-sts.example.com", "sts.example.net", "X-Forwarded-For: 192.0.2.1")
                        .status())
                .isEqualTo(404);
        assertThat(get("/caddy/ask?domain=mta-sts.example.com", "sts.example.net", "Forwarded: for=192.0.2.1")
                        .status())
                .isEqualTo(404);
    }

    private static Answer ask(String query) throws IOException {
        return get("/caddy/ask?" + query, "127.0.0.1:8080");
    }

    private static Answer get(String target, String host, String... headers) throws IOException {
        return request("GET", target, host, headers);
    }

    private static Answer request(String method, String target, String host, String... headers) throws IOException {
        return RawHttp.send(
                port(),
                method + " " + target + " HTTP/1.1",
                "Host: " + host,
                "Connection: close" + (headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers)));
    }

    private static int port() {
        return TOMCAT.getConnector().getLocalPort();
    }
}
