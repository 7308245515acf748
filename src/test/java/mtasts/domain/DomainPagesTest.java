package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
@RecordApplicationEvents
class DomainPagesTest {

    private static final DomainName EXAMPLE = DomainName.of("example.com");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Domains domains;

    @Autowired
    Providers providers;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void exampleWithTwoHosts() {
        var domain = Domain.register(EXAMPLE, Place.HERE, clock.instant());
        domain.receiveAt(
                List.of(new MxHost(10, "mx1.example.net"), new MxHost(20, "mx2.example.net")),
                providers,
                clock.instant());
        domain.describe("A note.", Tags.read("health"), clock.instant());
        domains.saveAndFlush(domain);
    }

    @Test
    void theHostsAreShownAsTheyCanBePasted() {
        assertThat(get("/domains/example.com/hosts")).contains("10 mx1.example.net\n20 mx2.example.net</textarea>");
    }

    @Test
    void changedHostsAreStoredAndTold() {
        assertThat(post("hosts", Map.of("hosts", "10 mx2.example.net.\n5 mx3.example.net.")))
                .hasRedirectedUrl("/domains/example.com");

        var domain = domains.require(EXAMPLE);
        assertThat(domain.hosts()).containsExactly(new MxHost(10, "mx2.example.net"), new MxHost(5, "mx3.example.net"));
        assertThat(events.stream(MxHostsChanged.class)).containsExactly(new MxHostsChanged(domain.id()));
        assertThat(jdbc.sql("select (before ->> 'hosts') || (after ->> 'hosts') from audit_entry where action ="
                                + " 'domain.hosts-changed'")
                        .query(String.class)
                        .single())
                .isEqualTo("[\"10 mx1.example.net\", \"20 mx2.example.net\"][\"10 mx2.example.net\", \"5"
                        + " mx3.example.net\"]");
    }

    @Test
    void theSameHostsAreNoChange() {
        assertThat(post("hosts", Map.of("hosts", "10 MX1.example.net.\n20 MX2.example.net.")))
                .hasRedirectedUrl("/domains/example.com");

        assertThat(events.stream(MxHostsChanged.class)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDotTakesNoMail() {
        post("hosts", Map.of("hosts", "."));

        assertThat(domains.require(EXAMPLE).takesMail()).isFalse();
        assertThat(get("/domains/example.com/hosts")).contains(">.</textarea>");
    }

    @Test
    void withoutHostsTheDomainItselfIsOffered() {
        assertThat(text(post("hosts", Map.of("hosts", " "))))
                .contains("Type at least one MX host", "Take example.com itself as its MX host");
        assertThat(domains.require(EXAMPLE).hosts()).hasSize(2);

        post("hosts", Map.of("hosts", " ", "own", "true"));
        assertThat(domains.require(EXAMPLE).hosts()).containsExactly(new MxHost(null, "example.com"));
    }

    @Test
    void whatIsNoHostIsSaidByLineAndNothingTypedIsLost() {
        assertThat(text(post("hosts", Map.of("hosts", "mx3.example.net\n<b>*.example.net"))))
                .contains("Line 2: ", "mx3.example.net\n&lt;b&gt;*.example.net</textarea>");
        assertThat(domains.require(EXAMPLE).hosts()).hasSize(2);
    }

    @Test
    void theSecondOfTwoWhoEditIsToldAndLosesNothing() {
        int before = domains.require(EXAMPLE).lock();
        post("hosts", Map.of("hosts", "mx3.example.net"));

        var page = text(post("hosts", Map.of("hosts", "mx4.example.net", "lock", String.valueOf(before))));
        assertThat(page)
                .contains("Somebody else changed this domain", "mx3.example.net", "mx4.example.net</textarea>")
                .contains("name=\"lock\" value=\"" + domains.require(EXAMPLE).lock() + "\"");
        assertThat(domains.require(EXAMPLE).hosts()).containsExactly(new MxHost(null, "mx3.example.net"));
        assertThat(post("hosts", Map.of("hosts", "mx4.example.net", "lock", "no number")))
                .hasStatusOk();
    }

    @Test
    void whatIsSaidAboutADomainIsStoredAndTold() {
        assertThat(post(
                        "about",
                        Map.of(
                                "place", "elsewhere",
                                "tags", "Health school",
                                "note", "Ask Ada.\r\nThen publish.",
                                "policyHostTarget", "Policies.Example.NET.",
                                "reportAddress", "tls@müller.example")))
                .hasRedirectedUrl("/domains/example.com");

        var domain = domains.require(EXAMPLE);
        assertThat(domain.place()).isEqualTo(Place.ELSEWHERE);
        assertThat(domain.tags()).containsExactly("health", "school");
        assertThat(domain.note()).isEqualTo("Ask Ada.\nThen publish.");
        assertThat(domain.policyHostTarget()).isEqualTo("policies.example.net");
        assertThat(domain.reportAddress()).isEqualTo("mailto:tls@xn--mller-kva.example");
        assertThat(events.stream(PlaceChanged.class)).containsExactly(new PlaceChanged(domain.id(), Place.ELSEWHERE));
        assertThat(jdbc.sql("select action from audit_entry")
                        .query(String.class)
                        .single())
                .isEqualTo("domain.described");
    }

    @Test
    void emptyFieldsTakeWhatTheSettingsSay() {
        post("about", Map.of("policyHostTarget", "policies.example.net", "reportAddress", "tls@example.net"));
        post("about", Map.of("policyHostTarget", " ", "reportAddress", ""));

        assertThat(domains.require(EXAMPLE))
                .matches(domain -> domain.policyHostTarget() == null && domain.reportAddress() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "place | nowhere | Say where the file is served",
                "tags | a/b | is no tag",
                "note | bad\u202Enote | U+202E RIGHT-TO-LEFT OVERRIDE",
                "policyHostTarget | no host | Write them one by one",
                "policyHostTarget | mta-sts.example.net | is itself a policy host",
                "reportAddress | nobody | Type one mail address",
                "reportAddress | https://example.net/ | Type one mail address",
            })
    void whatIsWrongIsSaidAndNothingIsStored(String field, String value, String said) {
        assertThat(text(post("about", Map.of(field, value)))).contains("Nothing was saved yet", said);
        assertThat(domains.require(EXAMPLE))
                .matches(domain -> domain.note().equals("A note.")
                        && domain.tags().contains("health")
                        && domain.place() == Place.HERE);
    }

    @Test
    void aNoteOfTwoThousandCharactersIsTakenAndOneMoreIsRefused() {
        assertThat(post("about", Map.of("note", "😀".repeat(2_000)))).hasStatus(302);
        assertThat(text(post("about", Map.of("note", "😀".repeat(2_001))))).contains("2,001 characters");
    }

    @Test
    void aReaderSeesThePagesAndChangesNothing() {
        for (var page : List.of("hosts", "about")) {
            var answer = mvc.get()
                    .uri("/domains/example.com/" + page)
                    .with(As.reader())
                    .exchange();
            assertThat(answer).hasStatusOk();
            assertThat(text(answer)).doesNotContain("btn-primary");
            assertThat(mvc.post()
                            .uri("/domains/example.com/" + page)
                            .with(As.reader())
                            .with(csrf()))
                    .hasStatus(403);
        }
    }

    private String get(String path) {
        return text(mvc.get().uri(path).with(As.administrator()).exchange());
    }

    /** Sends a page's form with what the page holds, but for what was typed. */
    private MvcTestResult post(String page, Map<String, String> typed) {
        var fields = new HashMap<>(
                Map.of("lock", String.valueOf(domains.require(EXAMPLE).lock())));
        if (page.equals("about")) {
            fields.putAll(Map.of("place", "here", "tags", "health", "note", "A note."));
        }
        fields.putAll(typed);
        var request = mvc.post()
                .uri("/domains/example.com/" + page)
                .with(As.administrator())
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
