package mtasts.account;

import java.net.http.HttpResponse;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test in which people sign in over HTTP. */
@ApplicationTest
abstract class WithPeople {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    Crowd crowd;
    Visitor visitor;

    @BeforeEach
    void arrive() {
        crowd = new Crowd(people, passwords, clock);
        visitor = new Visitor(port);
    }

    /** A browser that the person signed in with. */
    Visitor signedIn(String mail) {
        var browser = new Visitor(port);
        browser.signIn(mail, Crowd.PASSWORD);
        return browser;
    }

    Person person(String mail) {
        return people.findByMail(mail).orElseThrow();
    }

    void endAllSessions() {
        jdbc.sql("delete from spring_session").update();
    }

    long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    /** What the trail says, newest first: who, what, to what, before, after. */
    List<String> trail() {
        return jdbc.sql("select concat_ws(' ', who, action, subject, before, after) as line from audit_entry"
                        + " order by id desc")
                .query((row, number) -> row.getString("line"))
                .list();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("(none)");
    }
}
