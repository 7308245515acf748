package mtasts.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.audit.AuditTrail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class FirstAccountTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstAccountCode code;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    FakeClock clock;

    @Autowired
    AuditTrail trail;

    @Autowired
    StartAnnouncement announcement;

    @LocalServerPort
    int port;

    @Test
    void everyPageLeadsToTheSetUpWhileThereIsNoAccount() {
        for (var page : new String[] {"/", "/domains", "/people", "/no/such/page"}) {
            assertThat(mvc.get().uri(page)).hasStatus(302).hasRedirectedUrl("/setup");
        }
        assertThat(mvc.get().uri("/sign-in")).hasRedirectedUrl("/setup");
    }

    @Test
    void theSetUpAsksForTheCodeFirst() {
        assertThat(mvc.get().uri("/setup")).hasStatusOk().bodyText().contains("Code from the console");
        assertThat(mvc.get().uri("/setup?code=WRONG")).hasStatusOk().bodyText().contains("This is not the code");
        assertThat(mvc.get().uri("/setup?code={code}", code.text()))
                .hasStatusOk()
                .bodyText()
                .contains("Display name");
    }

    @Test
    void theFirstAccountIsAnAdministrators() {
        assertThat(mvc.post()
                        .uri("/setup")
                        .with(csrf())
                        .param("code", code.text())
                        .param("mail", "Ada@Example.net")
                        .param("displayName", "Ada")
                        .param("password", "three blue bicycles"))
                .hasRedirectedUrl("/");
        assertThat(people.findByMail("ada@example.net"))
                .hasValueSatisfying(ada -> assertThat(ada.role()).isEqualTo(Role.ADMINISTRATOR));
        assertThat(mvc.get().uri("/setup")).hasRedirectedUrl("/sign-in");
    }

    @Test
    void itsOwnerIsInAndTheTrailSaysSo() {
        var visitor = new Visitor(port);
        visitor.get("/setup?code=" + code.text());
        var created = visitor.post(
                "/setup", "code", code.text(), "mail", "ada@example.net", "displayName", "Ada", "password", PASSWORD);
        assertThat(created.headers().firstValue("Location")).hasValue("/");
        assertThat(visitor.isIn()).isTrue();
        assertThat(trail.latest(10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("Ada");
            assertThat(entry.action()).isEqualTo("person.first");
            assertThat(entry.after()).isEqualTo(Map.of("name", "Ada", "role", "administrator"));
        });
    }

    @Test
    void ofTwoWhoSendAtTheSameTimeOneGetsTheAccount() throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(Stream.of("ada", "eve")
                    .<Callable<String>>map(name -> () -> {
                        var visitor = new Visitor(port);
                        visitor.get("/setup?code=" + code.text());
                        start.await();
                        var answer = visitor.post(
                                "/setup",
                                "code",
                                code.text(),
                                "mail",
                                name + "@example.net",
                                "displayName",
                                name,
                                "password",
                                PASSWORD);
                        return answer.headers().firstValue("Location").orElse("(none)");
                    })
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder("/", "/sign-in");
        }
        assertThat(people.findAllByOrderByDisabledAtDescDisplayNameAsc()).hasSize(1);
    }

    @Test
    void withoutTheCodeNothingIsMade() {
        var visitor = new Visitor(port);
        visitor.get("/setup?code=" + code.text());
        for (var wrong : List.of("", "AAAA-BBBB-CCCC-DDDD", "x".repeat(10_000), code.text() + "A")) {
            assertThat(visitor.post(
                                    "/setup",
                                    "code",
                                    wrong,
                                    "mail",
                                    "eve@example.net",
                                    "displayName",
                                    "Eve",
                                    "password",
                                    PASSWORD)
                            .body())
                    .contains("This is not the code");
        }
        assertThat(people.isAnybodyThere()).isFalse();
    }

    @Test
    void theCodeIsReadHoweverItIsTypedAndGuessedAtFiveTimesAtMost() {
        assertThat(code.is(" " + code.text().toLowerCase(Locale.ROOT).replace("-", " ") + "\n"))
                .isTrue();
        assertThat(code.is("")).isFalse();
        assertThat(new FirstAccountCode().text()).isNotEqualTo(code.text());
        var guesser = new Visitor(port).from("203.0.113.5");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guesser.get("/setup?code=AAAA-AAAA-AAAA-AAAA").statusCode())
                    .isEqualTo(200);
        }
        assertThat(guesser.get("/setup?code=" + code.text()).statusCode()).isEqualTo(429);
        assertThat(new Visitor(port).get("/setup?code=" + code.text()).body()).contains("Display name");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNoPasswordIsEchoed() {
        var visitor = new Visitor(port);
        visitor.get("/setup?code=" + code.text());
        var page = visitor.post("/setup", "code", code.text(), "mail", "ada", "displayName", "", "password", "secret")
                .body();
        assertThat(page)
                .contains("This is no mail address", "Type a name", "Too short: 6 characters", "value=\"ada\"")
                .doesNotContain("secret");
    }

    @Test
    void theConsoleSaysWhereToGoWithTheCodeAsLongAsThereIsNoAccount() {
        assertThat(said()).contains("http://localhost:4711/setup?code=" + code.text(), "this machine only (127.0.0.1");
        new Crowd(people, passwords, clock).administrator("Ada");
        assertThat(said()).contains("http://localhost:4711/").doesNotContain("code", code.text());
    }

    private String said() {
        var out = new ByteArrayOutputStream();
        announcement.say(4711, new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
