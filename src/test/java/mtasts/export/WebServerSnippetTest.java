package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.export.WebServerSnippet.Facts;
import mtasts.hosting.Publications;
import mtasts.hosting.RawHttp;
import mtasts.hosting.RawHttp.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every snippet is given to the server that it is for, and the policy fetched as a sender does, over TLS. */
@ApplicationTest
class WebServerSnippetTest {

    private static final String HOST = "mta-sts.snippet.example";
    private static final String TEXT = Publications.text("testing");
    private static final String PATH = "/.well-known/mta-sts.txt";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int application;

    @TempDir
    private static Path certificates;

    @TempDir
    private Path folder;

    private Facts facts;

    @BeforeAll
    static void makeCertificate() throws Exception {
        SelfSigned.write(HOST, certificates.resolve("certificate.pem"), certificates.resolve("key.pem"));
    }

    @BeforeEach
    void publish() throws Exception {
        // a server that gives up the rights of root must still reach the files
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path root = folder.resolve("www");
        Files.createDirectories(root.resolve(".well-known"));
        Files.writeString(root.resolve(".well-known/mta-sts.txt"), TEXT);
        facts = new Facts(
                HOST,
                root.toString(),
                certificates.resolve("certificate.pem").toString(),
                certificates.resolve("key.pem").toString(),
                "127.0.0.1:" + application);

        var publications = new Publications(jdbc);
        publications.register("snippet.example");
        publications.publish("snippet.example", 1, TEXT);
        await().atMost(Duration.ofSeconds(5)).until(this::applicationServes);
    }

    static Stream<String> names() {
        return WebServerSnippet.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSenderGetsThePolicyFromTheServerThatTheSnippetIsFor(String name) throws Exception {
        try (var server = WebServerUnderTest.start(WebServerSnippet.of(name, facts), folder)) {
            Answer answer = get(server, HOST, PATH);

            assertThat(answer.status()).as(server.log()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(TEXT);
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=us-ascii");
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
            assertThat(answer.head()).doesNotContainIgnoringCase("Location:", "Set-Cookie");
            assertThat(get(server, HOST, "/").status()).isIn(403, 404);
            assertThat(get(server, HOST, "/sign-in").status()).isEqualTo(404);
        }
    }

    @Test
    void caddyGetsNoCertificateForANameThatIsNotServed() throws Exception {
        try (var server = WebServerUnderTest.start(WebServerSnippet.of("caddy-proxy-all", facts), folder)) {
            assertThat(get(server, HOST, PATH).status()).isEqualTo(200);
            assertThatThrownBy(() -> get(server, "mta-sts.unknown.example", PATH))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(server, "sts.example.net", PATH)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSnippetLeavesNothingToBeFilledIn() {
        Facts shown = Facts.of(HOST, "127.0.0.1:8080");

        assertThat(names().map(name -> WebServerSnippet.of(name, shown).text()))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\{[a-z]+}"));
    }

    private boolean applicationServes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application)) {
            return RawHttp.exchange(socket, request(HOST, PATH)).status() == 200;
        }
    }

    private static Answer get(WebServerUnderTest server, String host, String path) throws Exception {
        try (Socket socket = SelfSigned.connect(server.port(), host)) {
            return RawHttp.exchange(socket, request(host, path));
        }
    }

    private static String request(String host, String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }
}
