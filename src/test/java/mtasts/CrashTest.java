package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import mtasts.account.Visitor;
import mtasts.hosting.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The application is killed while it publishes: what it acknowledged is there afterwards, and nothing by half. */
class CrashTest {

    private static final Path FOLDER = Path.of("target/crash-test").toAbsolutePath();
    private static final String MAIL = "ada@example.net";
    private static final String PASSWORD = "three blue bicycles";
    private static final int PUBLISHERS = 3;
    private static final int ENOUGH = 4;

    @BeforeEach
    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    /** One person with one domain, who publishes version after version until the connection breaks. */
    private static final class Publisher extends Thread {

        final String domain;
        final Visitor visitor;
        final CountDownLatch going;
        final String draft;
        final AtomicInteger acknowledged = new AtomicInteger();

        Publisher(String domain, Visitor visitor, CountDownLatch going) {
            this.domain = domain;
            this.visitor = visitor;
            this.going = going;
            var editor = Pattern.compile("name=\"lock\" value=\"(\\d+)\"")
                    .matcher(visitor.get("/domains/" + domain + "/policy").body());
            assertThat(editor.find()).as("a draft is open").isTrue();
            this.draft = editor.group(1);
        }

        @Override
        public void run() {
            try {
                for (int number = 0; publish(number); number++) {
                    acknowledged.incrementAndGet();
                    going.countDown();
                }
            } catch (AssertionError broken) {
                assertThat(broken).hasCauseInstanceOf(IOException.class);
            }
        }

        boolean publish(int current) {
            var answer = visitor.post(
                    "/domains/" + domain + "/policy",
                    "act",
                    "publish",
                    "mx",
                    "mx.example.net",
                    "max-age",
                    String.valueOf(604800 + current),
                    "note",
                    "",
                    "current",
                    String.valueOf(current),
                    "lock",
                    current == 0 ? draft : "");
            return answer.statusCode() / 100 == 3;
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndNothingByHalf() throws Exception {
        var publishers = new ArrayList<Publisher>();
        var going = new CountDownLatch(PUBLISHERS * ENOUGH);
        try (var application = ChildApplication.start(FOLDER)) {
            var port = application.port();
            var first = application.await("/setup?code=").replaceFirst(" .*", "");
            var ada = new Visitor(port);
            ada.get("/setup?code=" + first);
            ada.post("/setup", "code", first, "mail", MAIL, "displayName", "Ada", "password", PASSWORD);
            for (int number = 0; number < PUBLISHERS; number++) {
                var domain = "d" + number + ".example.com";
                ada.get("/domains/new");
                assertThat(ada.post("/domains/new", "name", domain, "hosts", "mx.example.net", "place", "here")
                                .statusCode())
                        .isEqualTo(302);
                var visitor = new Visitor(port);
                visitor.signIn(MAIL, PASSWORD);
                publishers.add(new Publisher(domain, visitor, going));
            }
            publishers.forEach(Thread::start);
            assertThat(going.await(60, TimeUnit.SECONDS)).as("it publishes").isTrue();
            application.kill();
            for (var publisher : publishers) {
                publisher.join();
            }
        }
        try (var application = ChildApplication.start(FOLDER)) {
            var port = application.port();
            var ada = new Visitor(port);
            ada.signIn(MAIL, PASSWORD);
            for (var publisher : publishers) {
                assertWhole(publisher, ada, port);
            }
        }
    }

    private static void assertWhole(Publisher publisher, Visitor ada, int port) throws IOException {
        var versions = List.of(404, 200);
        int last = publisher.acknowledged.get();
        int unanswered = versions.indexOf(ada.get("/domains/" + publisher.domain + "/versions/" + (last + 1))
                .statusCode());
        for (int number = 1; number <= last; number++) {
            assertThat(ada.get("/domains/" + publisher.domain + "/versions/" + number)
                            .statusCode())
                    .as("%s, version %d of %d", publisher.domain, number, last)
                    .isEqualTo(200);
        }
        var text = "version: STSv1\r\nmode: testing\r\nmx: mx.example.net\r\nmax_age: "
                + (604800 + last + unanswered - 1) + "\r\n";
        assertThat(served(publisher.domain, port)).isEqualTo(text);
        assertThat(ada.get("/domains/" + publisher.domain + "/versions/" + (last + 2))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String served(String domain, int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return RawHttp.exchange(
                            socket,
                            "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts." + domain
                                    + "\r\nConnection: close\r\n\r\n")
                    .body();
        }
    }
}
