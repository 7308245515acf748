package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.policy.Deed;
import mtasts.policy.Drafting;
import mtasts.policy.Drafts;
import mtasts.policy.Publishing;
import mtasts.policy.Typed;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class RegisteringTest {

    private static final DomainName EXAMPLE = DomainName.of("example.com");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Domains domains;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Drafting drafting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersWithTheDraftThatIsProposed() {
        var answer = post(Map.of(
                "name", "Example.COM.",
                "hosts", "1 aspmx.l.google.com.\n5 alt1.aspmx.l.google.com.\n5 alt2.aspmx.l.google.com.",
                "place", "elsewhere",
                "tags", "Health, customer-17",
                "note", " Ask Ada first.\r\nThen publish. "));

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/domains/example.com");
        var domain = domains.require(EXAMPLE);
        assertThat(domain.hosts())
                .containsExactly(
                        new MxHost(1, "aspmx.l.google.com"),
                        new MxHost(5, "alt1.aspmx.l.google.com"),
                        new MxHost(5, "alt2.aspmx.l.google.com"));
        assertThat(domain.provider()).isEqualTo("Google Workspace");
        assertThat(domain.place()).isEqualTo(Place.ELSEWHERE);
        assertThat(domain.tags()).containsExactly("customer-17", "health");
        assertThat(domain.note()).isEqualTo("Ask Ada first.\nThen publish.");
        assertThat(drafts.of(domain))
                .hasValueSatisfying(draft ->
                        assertThat(draft.typed().mx()).containsExactly("aspmx.l.google.com", "*.aspmx.l.google.com"));
        assertThat(actions()).containsExactly("domain.registered", "policy.drafted");
    }

    @Test
    void theSettingDecidesThePlaceWhereNoneIsGiven() {
        jdbc.sql("update installation set default_place = 'elsewhere'").update();
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));

        assertThat(domains.require(EXAMPLE).place()).isEqualTo(Place.ELSEWHERE);
        assertThat(get("/domains/new")).containsPattern("value=\"elsewhere\"[^>]*checked");
    }

    @Test
    void aDomainThatTakesNoMailHasNoDraft() {
        assertThat(post(Map.of("name", "example.com", "hosts", "0 ."))).hasRedirectedUrl("/domains/example.com");

        var domain = domains.require(EXAMPLE);
        assertThat(domain.takesMail()).isFalse();
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void withoutMxRecordTheDomainIsOfferedAsItsOwnHost() {
        assertThat(post(Map.of("name", "postmaster@example.com", "hosts", " ")))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"without\"\\s+value=\"own\"")
                .contains("Take example.com itself as its MX host");
        assertThat(domains.registered(EXAMPLE)).isEmpty();

        post(Map.of("name", "postmaster@example.com", "hosts", " ", "without", "own"));
        var domain = domains.require(EXAMPLE);
        assertThat(domain.hosts()).containsExactly(new MxHost(null, "example.com"));
        assertThat(drafts.of(domain)).isPresent();
    }

    @Test
    void hostsThatAreNotKnownYetMayCome() {
        post(Map.of("name", "example.com", "without", "none"));

        var domain = domains.require(EXAMPLE);
        assertThat(domain.takesMail()).isTrue();
        assertThat(domain.hosts()).isEmpty();
        assertThat(drafts.of(domain)).isEmpty();
    }

    @Test
    void theDomainBehindAPolicyHostIsOfferedAndTakenWithOneClick() {
        var typed = Map.of("name", "https://mta-sts.example.com/.well-known/mta-sts.txt", "hosts", "mx.example.net");
        assertThat(post(typed)).hasStatusOk().bodyText().containsPattern("name=\"taken\"\\s+value=\"example.com\"");
        assertThat(domains.registered(EXAMPLE)).isEmpty();

        var taken = new HashMap<>(typed);
        taken.put("taken", "example.com");
        assertThat(post(taken)).hasRedirectedUrl("/domains/example.com");
    }

    @Test
    void aNameThatReallyBeginsWithMtaStsIsTakenOnASecondPress() {
        var typed = new HashMap<>(Map.of("name", "mta-sts.co.uk", "hosts", "mx.example.net"));
        assertThat(post(typed))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"taken\"\\s+value=\"co.uk\"")
                .containsPattern("name=\"taken\"\\s+value=\"mta-sts.co.uk\"");

        typed.put("taken", "mta-sts.co.uk");
        assertThat(post(typed)).hasRedirectedUrl("/domains/mta-sts.co.uk");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, mx.example.net, localhost is not a whole name",
        "com, mx.example.net, com is not a whole name",
        "example.com, x, x is not a whole name: senders do not find it",
        "example.com, 2001:db8::1, address"
    })
    void whatNoSenderFindsIsRefusedWithWhatToWrite(String name, String hosts, String said) {
        assertThat(post(Map.of("name", name, "hosts", hosts)))
                .hasStatusOk()
                .bodyText()
                .contains(said);
        assertThat(domains.registered(DomainName.of(name))).isEmpty();
    }

    @Test
    void aNameThatIsRegisteredAlreadyLeadsThere() {
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));

        assertThat(post(Map.of("name", "EXAMPLE.com", "hosts", "mx.other.example", "note", "typed in vain")))
                .hasStatusOk()
                .bodyText()
                .contains("is registered here already", "href=\"/domains/example.com\"", "typed in vain");
        assertThat(domains.require(EXAMPLE).hosts()).containsExactly(new MxHost(null, "mx.example.net"));
    }

    @Test
    void aRemovedDomainGoesOnWhereItWas() {
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));
        long id = domains.require(EXAMPLE).id();
        jdbc.sql("update domain set removed_at = now(), removed_by = 'Ada'").update();

        assertThat(post(Map.of("name", "example.com", "hosts", "mx.other.example")))
                .hasRedirectedUrl("/domains/example.com")
                .flash()
                .containsKey("flash");
        var domain = domains.require(EXAMPLE);
        assertThat(domain.id()).isEqualTo(id);
        assertThat(domain.hosts()).containsExactly(new MxHost(null, "mx.other.example"));
        assertThat(drafts.of(domain))
                .hasValueSatisfying(draft -> assertThat(draft.typed().mx()).containsExactly("mx.other.example"));
        assertThat(actions()).contains("domain.registered-again");
    }

    @Test
    void whatIsShownForARemovedNameIsWhatComesOfIt() {
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));
        remove();
        assertThat(judged("example.com", "mx.other.example"))
                .contains("mode: testing", "mx: mx.other.example", "This becomes the draft, in place of the one");

        jdbc.sql("update domain set removed_at = null, removed_by = null").update();
        publish(Mode.ENFORCE, "mx.example.net");
        remove();
        assertThat(judged("example.com", "mx.example.net"))
                .contains("Version 1 names all these MX hosts and is published, so it goes on as it was, and so does")
                .doesNotContain("mx: mx.example.net", "becomes the draft");
        assertThat(judged("example.com", "mx.other.example"))
                .contains("mode: enforce", "mx: mx.other.example", "This becomes the draft, in place of the one");
    }

    @Test
    void aRetiredNameThatIsRegisteredAgainHasTheDraftThatIsShown() {
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));
        publish(Mode.NONE, "mx.example.net", "mx.other.example");
        remove();
        assertThat(judged("example.com", "mx.other.example"))
                .contains("mode: testing", "This becomes the draft, in place of the one");

        post(Map.of("name", "example.com", "hosts", "mx.other.example"));

        assertThat(drafts.of(domains.require(EXAMPLE)))
                .hasValueSatisfying(draft -> assertThat(draft.typed().mx()).containsExactly("mx.other.example"));
    }

    @Test
    void nothingBecomesTheDraftOfANameThatIsRefused() {
        assertThat(judged("", "mx.example.net")).contains("This becomes the draft");
        assertThat(judged("example com", "mx.example.net")).doesNotContain("becomes the draft");
        post(Map.of("name", "example.com", "hosts", "mx.example.net"));
        assertThat(judged("example.com", "mx.example.net")).doesNotContain("becomes the draft");
    }

    private void remove() {
        jdbc.sql("update domain set removed_at = now(), removed_by = 'Ada'").update();
    }

    private String judged(String name, String hosts) {
        var page = mvc.post()
                .uri("/domains/new/judge")
                .with(As.administrator())
                .with(csrf())
                .param("name", name)
                .param("hosts", hosts)
                .exchange();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Version 1, and a draft after it. */
    private void publish(Mode mode, String... mx) {
        var policy = new Policy(mode, Stream.of(mx).map(MxPattern::of).toList(), MaxAge.WEEK);
        var deed = mode == Mode.NONE ? Deed.RETIRED : Deed.PROMOTED_ANYWAY;
        publishing.publish(EXAMPLE, 0, policy, deed, "", "for the test", null);
        drafting.save(EXAMPLE, 1, null, new Typed(List.of("mx.old.example"), "604800", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | | Type the name of a domain",
                "name | example com | Several names stand here. Write them one by one",
                "hosts | mx.example.net↵10 | Line 2: The preference 10 has no host",
                "place | nowhere | Say where the file is served",
                "tags | a/b | is no tag",
                "note | bad\u202Enote | U+202E RIGHT-TO-LEFT OVERRIDE",
                "note | bad\u0007note | U+0007 BEL",
            })
    void whatIsWrongIsSaidAndWhatWasTypedStays(String field, @Nullable String value, @Nullable String said) {
        var typed = new HashMap<>(Map.of(
                "name", "example.com",
                "hosts", "mx.example.net",
                "place", "here",
                "tags", "health",
                "note", "a note that stays"));
        typed.put(field, value == null ? "" : value.replace('↵', '\n'));
        var page = post(typed);

        assertThat(page).hasStatusOk();
        assertThat(text(page)).contains("Nothing was saved yet", said == null ? "" : said);
        typed.remove(field);
        typed.remove("place");
        assertThat(text(page)).contains(List.copyOf(typed.values()));
        assertThat(domains.registered(EXAMPLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "hosts", "tags", "note", "place", "taken", "without"})
    void tenMegabytesInAFieldAreRefusedLikeAnythingElse(String field) {
        var typed = new HashMap<>(Map.of("name", "example.com", "hosts", "mx.example.net"));
        typed.put(field, "<b>\"'&".repeat(1_500_000));

        assertThat(post(typed).getResponse().getStatus()).isIn(200, 302);
        assertThat(jdbc.sql("select coalesce(max(length(note)), 0) from domain")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(2_000);
    }

    @Test
    void htmlIsTextLikeAnyOther() {
        post(Map.of("name", "example.com", "hosts", "mx.example.net", "note", "<script>alert(1)</script>"));

        assertThat(get("/domains/example.com/about"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aNameInOtherLettersIsShownWithItsALabelBeside() {
        var page = mvc.post()
                .uri("/domains/new/judge")
                .with(As.administrator())
                .with(csrf())
                .param("name", "раураl.example")
                .param("hosts", "mx.example.net")
                .exchange();

        assertThat(page).hasStatusOk().bodyText().contains("xn--l-7sba6dbr.example", "раураl.example");
    }

    @Test
    void thePageSaysWhileTypingWhatIsProposed() {
        var page = mvc.post()
                .uri("/domains/new/judge")
                .with(As.administrator())
                .with(csrf())
                .param("name", "example.com")
                .param("hosts", "example-com.mail.protection.outlook.com")
                .exchange();

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Microsoft 365", "Covers 1 of 1 MX host", "mx: *.mail.protection.outlook.com", "mode: testing")
                .doesNotContain("<html");
        assertThat(domains.registered(EXAMPLE)).isEmpty();
    }

    @Test
    void everyPageHasOneAddressForADomain() {
        post(Map.of("name", "müller.example", "hosts", "mx.example.net"));

        assertThat(mvc.get().uri("/domains/{name}/about?x=1", "MÜLLER.example.").with(As.administrator()))
                .hasStatus(302)
                .hasRedirectedUrl("/domains/xn--mller-kva.example/about?x=1");
        assertThat(mvc.get().uri("/domains/{name}/about", "no name").with(As.administrator()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/domains/unknown.example/about").with(As.administrator()))
                .hasForwardedUrl("/unknown-domain");
    }

    private MvcTestResult post(Map<String, String> typed) {
        var request = mvc.post().uri("/domains/new").with(As.administrator()).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private String get(String path) {
        return text(mvc.get().uri(path).with(As.administrator()).exchange());
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit_entry order by id")
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
