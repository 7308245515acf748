package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.web.Resumed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A form that is only shown again does nothing, whichever it is: each that there is, and each that comes later by itself,
 * is sent filled in so that it would do something.
 */
@ApplicationTest
class OldFormTest {

    private static final String DOMAIN = "/domains/example.com";

    private static final Map<String, String> TYPED = typed();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    FakeClock clock;

    private RequestPostProcessor ada = As.administrator();
    private long reader;

    private static Map<String, String> typed() {
        var typed = new TreeMap<>(Map.of(
                "name", "example.org",
                "hosts", "mx1.example.com, mx2.example.com",
                "place", "here",
                "tags", "other",
                "note", "typed",
                "reason", "typed",
                "mail", "eve@example.net",
                "displayName", "Eve",
                "role", "administrator",
                "password", "three green tricycles"));
        typed.putAll(Map.of(
                "oldPassword", Crowd.PASSWORD,
                "act", "publish",
                "mx", "mx1.example.com",
                "max-age", "1209600",
                "current", "1",
                "expected", "1",
                "lock", "0",
                "anyway", "true",
                "read", "true",
                "defaultPlace", "elsewhere"));
        typed.putAll(Map.of("live", "true", "reports", "true", "language", "es"));
        typed.put("text", "example.net");
        return typed;
    }

    @BeforeEach
    void thereIsSomethingToChange() {
        var crowd = new Crowd(people, passwords, clock);
        ada = authentication(crowd.administrator("Ada").signedIn());
        reader = crowd.reader("Rea").id();
        assertThat(sent("/domains/new", Map.of("name", "example.com", "hosts", "mx1.example.com", "place", "here")))
                .isEqualTo(302);
        assertThat(sent(DOMAIN + "/policy", Map.of("act", "publish", "mx", "mx1.example.com", "max-age", "604800")))
                .isEqualTo(302);
    }

    private int sent(String path, Map<String, String> fields) {
        var form = mvc.post().uri(path).with(csrf()).with(ada);
        fields.forEach(form::param);
        return form.exchange().getResponse().getStatus();
    }

    private List<String> forms() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.matches("/(gallery|trial|language|theme|link|setup|sign-in).*"))
                .map(path -> path.replace("{name}", "example.com")
                        .replace("{id}", String.valueOf(reader))
                        .replaceAll("\\{number[^/]*", "1"))
                .sorted()
                .toList();
    }

    private String state() {
        return Stream.of(
                        "person",
                        "domain",
                        "mx_host",
                        "domain_tag",
                        "policy_version",
                        "draft",
                        "installation",
                        "audit_entry",
                        "job")
                .map(table -> jdbc.sql(
                                "select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table + " t")
                        .query(String.class)
                        .single())
                .toList()
                .toString();
    }

    @Test
    void noneOfThemDoesAnything() {
        var before = state();
        for (var path : forms()) {
            var form = mvc.post().uri(path).with(csrf()).with(ada).requestAttr(Resumed.ATTRIBUTE, Resumed.Why.OLD_FORM);
            TYPED.forEach(form::param);
            assertThat(form.exchange().getResponse().getStatus()).as(path).isIn(200, 302, 303, 404, 415);
            assertThat(state()).as(path).isEqualTo(before);
        }
    }

    /** What is kept as it is typed, by the form in which it is. */
    private static final Map<String, List<String>> KEPT = Map.of(
            "/domains/new",
            List.of("name", "hosts", "tags", "note"),
            DOMAIN + "/about",
            List.of("tags", "note", "policyHostTarget", "reportAddress"),
            DOMAIN + "/hosts",
            List.of("hosts"),
            DOMAIN + "/policy",
            List.of("mx", "max-age", "note", "reason"),
            DOMAIN + "/promote",
            List.of("reason"),
            DOMAIN + "/remove",
            List.of("reason"),
            DOMAIN + "/retire",
            List.of("note"),
            "/people",
            List.of("mail", "displayName"),
            "/account",
            List.of("displayName"),
            "/settings",
            List.of("publicUrl", "policyHostTarget", "reportAddress"));

    @Test
    void aNulCharacterIsNamedInTheFormAndNeverKept() {
        var before = state();
        var silent = new TreeSet<String>();
        for (var path : KEPT.keySet()) {
            for (var field : KEPT.getOrDefault(path, List.of())) {
                var fields = new TreeMap<>(TYPED);
                fields.put(field, "a\0b");
                var form = mvc.post().uri(path).with(csrf()).with(ada);
                fields.forEach(form::param);
                var answer = form.exchange();
                if (answer.getResponse().getStatus() != 200 || !body(answer).contains("U+0000")) {
                    silent.add(path + " " + field);
                }
                assertThat(state()).as(path + " " + field).isEqualTo(before);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void sentAsFormsOfTodayMostOfThemDoSomething() {
        var doing = new TreeSet<String>();
        for (var path : forms()) {
            var before = state();
            sent(path, TYPED);
            if (!state().equals(before)) {
                doing.add(path);
            }
        }
        assertThat(doing)
                .contains(
                        "/account",
                        "/domains/new",
                        DOMAIN + "/about",
                        DOMAIN + "/remove",
                        "/people/" + reader + "/disable",
                        "/settings");
    }
}
