package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import mtasts.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over the wire, as hostile input comes. */
@ApplicationTest
class HostileInputTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void tenMegabytesInAFieldAreRefusedWithAPage() throws Exception {
        var answer = post("/theme", "theme=dark&return=" + "a".repeat(10_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("That is too much at once", "at most 1 MB")
                .doesNotContain("Exception");
    }

    @Test
    void theValidatorIsComeBackToByWhomeverSendsItTooMuch() throws Exception {
        var answer = post("/validator", "text=" + "a".repeat(5_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("href=\"/validator\">Back to the validator")
                .doesNotContain("Go to the overview");
    }

    @Test
    void aThousandFieldsTooManyAreRefused() throws Exception {
        assertThat(post("/theme", "a=b&".repeat(5_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/domains/%00, en, This request cannot be read", "/domains/..%2fx, es, Esta petición no se entiende"})
    void whatTheServerBehindUsRefusesIsSaidInOurWords(String path, String language, String title) throws Exception {
        var answer = send(request(path).header("Accept-Language", language));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>", "href=\"/\"");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("HTTP Status", "??");
        assertThat(answer.headers().firstValue(ContentSecurityPolicy.HEADER)).hasValue(ContentSecurityPolicy.VALUE);
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        for (var style : answer.body()
                .lines()
                .filter(line -> line.contains("rel=\"stylesheet\""))
                .toList()) {
            assertThat(get(style.replaceAll(".*href=\"([^\"]*)\".*", "$1")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotReadPagesGetsAProblemForIt() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/domains/%00")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400", "so nothing was done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=dark%00", "theme=dark&a%00b=c", "theme=dark&return=/%00", "%00"})
    void nulCharactersAreRefused(String body) throws Exception {
        var answer = post("/theme", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request cannot be read");
    }

    @Test
    void nulCharactersAreRefusedInAQueryToo() throws Exception {
        assertThat(get("/help?q=a%00b").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void theApiRefusesThemInAQueryToo(String method) throws Exception {
        var asked = request("/api/v1/openapi.json?q=a%00b").method(method, BodyPublishers.noBody());

        assertThat(send(asked).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=%", "theme=%zz", "theme=%c3%28"})
    void brokenEncodingIsRefused(String body) throws Exception {
        assertThat(post("/theme", body).statusCode()).isBetween(400, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/webjars/..%2f..%2fapplication.properties",
                "/webjars/%2e%2e/application.properties",
                "/app.css/../../application.properties",
                "/application.properties",
                "/templates/web/help.html",
                "/messages/web.properties",
                "/static/app.css",
                "/help;jsessionid=1",
                "//help",
                "/help%00",
                "/help%0d%0aX:%20y",
                "/.git/config",
                "/META-INF/MANIFEST.MF"
            })
    void noTrickWithAPathLeadsToAFile(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("spring.", "root:", "th:replace", "Exception");
        assertThat(answer.headers().firstValue("X")).isEmpty();
    }

    @Test
    void whatAPageIsMadeOfIsKeptForEverAndComesCompressed() throws Exception {
        var page = get("/help").body();
        for (var style :
                page.lines().filter(line -> line.contains("rel=\"stylesheet\"")).toList()) {
            var answer = send(
                    request(style.replaceAll(".*href=\"([^\"]*)\".*", "$1")).header("Accept-Encoding", "gzip"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000");
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(page).containsPattern("/app-[0-9a-f]{32}\\.css").contains("/webjars/htmx.org/2.");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
