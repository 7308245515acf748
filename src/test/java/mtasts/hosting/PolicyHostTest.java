package mtasts.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import mtasts.ApplicationTest;
import mtasts.hosting.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy host in front of the whole application. */
@ApplicationTest
class PolicyHostTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletWebServerApplicationContext server;

    @LocalServerPort
    private int port;

    @Test
    void aPublishedPolicyIsServedAheadOfSessionsAndSignIn() throws IOException {
        var publications = new Publications(jdbc);
        publications.register("served.example");
        publications.publish("served.example", 1, Publications.text("testing"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> get("/.well-known/mta-sts.txt", "mta-sts.served.example")
                                .status()
                        == 200);

        Answer answer = get("/.well-known/mta-sts.txt", "mta-sts.served.example");

        assertThat(answer.body()).isEqualTo(Publications.text("testing"));
        assertThat(answer.head()).doesNotContainIgnoringCase("Set-Cookie", "Location:");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=us-ascii");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/sign-in", "/setup", "/app.css", "/domains", "/error", "/livez", "/readyz", "/nothing"})
    void onAPolicyHostTheApplicationDoesNotExist(String path) throws IOException {
        Answer answer = get(path, "mta-sts.whatever.example");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Nothing here.\n");
        assertThat(answer.head()).doesNotContainIgnoringCase("Set-Cookie", "Location:");
    }

    @Test
    void anUnreadablePathOnAPolicyHostGetsNoPageOfTheApplication() throws IOException {
        Answer answer = get("/%zz", "mta-sts.whatever.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aLongTextIsNotCompressed() throws IOException {
        String text = Publications.text("testing") + "x-long: " + "x".repeat(10_000) + "\r\n";
        var publications = new Publications(jdbc);
        publications.register("long.example");
        publications.publish("long.example", 1, text);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> getCompressed("mta-sts.long.example").status() == 200);

        assertThat(getCompressed("mta-sts.long.example").body()).isEqualTo(text);
    }

    @Test
    void theValveStandsBeforeAllOthers() {
        assertThat(server.getWebServer())
                .isInstanceOfSatisfying(
                        TomcatWebServer.class,
                        tomcat -> assertThat(tomcat.getTomcat()
                                        .getEngine()
                                        .getPipeline()
                                        .getFirst())
                                .isInstanceOf(PolicyHostValve.class));
    }

    @Test
    void onTheApplicationsOwnHostThereIsNoPolicy() throws IOException {
        assertThat(get("/.well-known/mta-sts.txt", "127.0.0.1:" + port).body()).isEqualTo("Nothing here.\n");
        assertThat(get("/", "127.0.0.1:" + port).body()).isNotEqualTo("Nothing here.\n");
    }

    private Answer getCompressed(String host) throws IOException {
        return RawHttp.send(
                port,
                "GET /.well-known/mta-sts.txt HTTP/1.1",
                "Host: " + host,
                "Accept-Encoding: gzip",
                "Connection: close");
    }

    private Answer get(String path, String host) throws IOException {
        return RawHttp.send(port, "GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");
    }
}
