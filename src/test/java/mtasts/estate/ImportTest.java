package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.Place;
import mtasts.job.Job;
import mtasts.job.JobState;
import mtasts.job.Jobs;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyFindings;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ImportTest {

    private static final String TABLE = """
        domain,mx,tags
        example.com,1 aspmx.l.google.com 5 alt1.aspmx.l.google.com,Health customer-17
        bücher.example,mx.example.net,
        example.com,mx.example.net,
        -bad-.example,mx.example.net,
        example.org,not_a_host,
        example.net,.,
        nohosts.example,,
        known.example,mx.example.net,
        tagged.example,mx.example.net,ümlaut
        """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    Domains domains;

    @Autowired
    Drafts drafts;

    @Autowired
    PolicyFindings findings;

    @Autowired
    JdbcClient jdbc;

    private MvcTestResult send(String text, String place) {
        return mvc.post()
                .uri("/domains/import")
                .multipart()
                .file(new MockMultipartFile("file", new byte[0]))
                .param("text", text)
                .param("place", place)
                .with(As.administrator())
                .with(csrf())
                .exchange();
    }

    private long judged(String text) {
        var answer = send(text, "elsewhere");
        assertThat(answer).hasStatus(302);
        var id = Long.parseLong(
                String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/jobs/", ""));
        until(id, JobState.JUDGED);
        return id;
    }

    private Job until(long id, JobState state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jobs.find(id).filter(job -> job.state() == state).isPresent());
        return jobs.find(id).orElseThrow();
    }

    private String page(String path) {
        return new String(
                mvc.get()
                        .uri(path)
                        .with(As.administrator())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private MvcTestResult press(String path) {
        return mvc.post().uri(path).with(As.administrator()).with(csrf()).exchange();
    }

    private List<String> names() {
        return jdbc.sql("select name from domain where removed_at is null order by name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private void register(String name) {
        mvc.post()
                .uri("/domains/new")
                .param("name", name)
                .param("hosts", "mx.example.net")
                .param("place", "here")
                .with(As.administrator())
                .with(csrf())
                .exchange();
    }

    @Test
    void eachRowIsJudgedBeforeAnythingIsSaved() {
        register("known.example");
        var id = judged(TABLE);
        assertThat(names()).containsExactly("known.example");
        var page = page("/jobs/" + id);
        assertThat(page)
                .contains(
                        "Import of 9 rows",
                        "Nothing is saved yet. 4 domains can be registered",
                        "4 rows are refused",
                        "Register 4 domains",
                        "Google Workspace. The proposed policy covers 2 of 2 MX hosts.",
                        "Own hosts. The proposed policy covers 1 of 1 MX host.",
                        "The same domain stands on line 2.",
                        "Takes no mail",
                        "No MX host is given",
                        "xn--bcher-kva.example",
                        "import.name",
                        "import.mx",
                        "import.tags",
                        "import.twice",
                        "Here already")
                .doesNotContain("??");
        assertThat(page.indexOf("import.tags")).isLessThan(page.indexOf("Google Workspace"));
        assertThat(page("/jobs/" + id + "?result=unchanged"))
                .contains("known.example")
                .doesNotContain("import.mx");
        assertThat(page("/")).contains("Import of 9 rows", "Waits for your word");
    }

    @Test
    void aRowSaysHowItsNameIsReadAndWhatOfItIsTooMuch() {
        register("known.example");
        var id = judged("""
            domain,mx,tags
            postmaster@known.example,,
            https://www.example.com/path,mx.example.net,
            Example.NET.,mx.example.net,
            bücher.example,.,
            xn--zz.example.org,mx.example.net,
            wide.example,mx1.example.net,mx2.example.net,tag
            """);
        var result = page("/jobs/" + id + "/result.csv");
        assertThat(result)
                .contains(
                        "2,known.example,unchanged,,“postmaster@known.example” is read as known.example. It stays as"
                                + " it is.\r\n",
                        "3,www.example.com,new,,“https://www.example.com/path” is read as www.example.com. Own hosts.",
                        "4,example.net,new,,Own hosts.",
                        "5,xn--bcher-kva.example,new,,\"“bücher.example” is read as xn--bcher-kva.example. Takes no"
                                + " mail",
                        "6,xn--zz.example.org,refused,import.name,\"xn--zz is no name of other letters",
                        "7,wide.example,refused,import.fields,\"This row has 4 fields, and there are 3 columns.");
        assertThat(page("/jobs/" + id))
                .contains("“postmaster@known.example” is read as known.example.", "import.fields");
        press("/jobs/" + id + "/confirm");
        until(id, JobState.DONE);
        assertThat(page("/jobs/" + id + "/result.csv"))
                .contains("3,www.example.com,registered,,“https://www.example.com/path” is read as www.example.com.");
    }

    @Test
    void whatWaitsIsToldApartAndDiscardedFromTheFirstPage() {
        var pasted = judged("example.com,,\nexample.net,,\nexample.org,,");
        var answer = mvc.post()
                .uri("/domains/import")
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "C:\\tables\\customers <b>.csv",
                        "text/csv",
                        "a.example,,".getBytes(StandardCharsets.UTF_8)))
                .param("place", "here")
                .with(As.administrator())
                .with(csrf())
                .exchange();
        var sent = Long.parseLong(
                String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/jobs/", ""));
        until(sent, JobState.JUDGED);
        assertThat(page("/"))
                .contains(
                        "Import of 3 rows, pasted",
                        "Waits for your word: 3 rows looked at, Ada, <time",
                        "Import of 1 row from customers &lt;b&gt;.csv",
                        "Waits for your word: 1 row looked at, Ada, <time",
                        "action=\"/jobs/" + pasted + "/discard\"",
                        "action=\"/jobs/" + sent + "/discard\"");
        assertThat(page("/jobs")).contains("Import of 3 rows, pasted", "3 looked at");
        assertThat(page("/jobs/" + sent)).contains("Import of 1 row from customers &lt;b&gt;.csv");
        assertThat(mvc.get().uri("/").with(As.reader()))
                .bodyText()
                .contains("Import of 3 rows, pasted")
                .doesNotContain("/discard");
        assertThat(mvc.post()
                        .uri("/jobs/" + pasted + "/discard")
                        .with(As.reader())
                        .with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post().uri("/jobs/" + pasted + "/discard").with(As.administrator()))
                .hasStatus(403);
        assertThat(press("/jobs/" + pasted + "/discard")).hasRedirectedUrl("/");
        assertThat(jobs.notEnded()).singleElement().returns(sent, Job::id);
        press("/jobs/" + sent + "/confirm");
        until(sent, JobState.DONE);
        assertThat(press("/jobs/" + sent + "/discard")).hasRedirectedUrl("/jobs/" + sent);
        assertThat(jobs.find(sent).orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aRowOfADomainThatIsHereSaysWhatItHasOtherwise() {
        register("known.example");
        var stays = ",unchanged,,It stays as it is.";
        assertThat(said("known.example,mx.example.net,")).isEqualTo(stays);
        assertThat(said("known.example,,")).isEqualTo(stays);
        assertThat(said("known.example,mx9.example.com mx.example.net,"))
                .isEqualTo(stays
                        + " MX hosts that it has and this row has not: none; that only this row has: mx9.example.com.");
        assertThat(said("known.example,10 mx.example.net,"))
                .contains("this row has not: mx.example.net; that only this row has: 10 mx.example.net.");
        assertThat(said("known.example,.,"))
                .contains("this row has not: mx.example.net; that only this row has: no mail taken.");
        jdbc.sql("insert into domain_tag (domain_id, tag) select id, 'old' from domain")
                .update();
        assertThat(said("known.example,mx.example.net,old new"))
                .isEqualTo(stays + " Tags that it has and this row has not: none; that only this row has: new.");
        assertThat(said("known.example,mx.example.net,a b c d e f g h"))
                .contains("that it has and this row has not: old; that only this row has: a, b, c, d, e and 3 more.");
    }

    private String said(String row) {
        var result = page("/jobs/" + judged(row) + "/result.csv");
        return result.substring(result.indexOf(",unchanged,")).strip().replace("\"", "");
    }

    @Test
    void whatIsConfirmedIsRegisteredAsOneByOne() {
        register("known.example");
        var id = judged(TABLE);
        assertThat(press("/jobs/" + id + "/confirm")).hasRedirectedUrl("/jobs/" + id);
        var job = until(id, JobState.DONE);
        assertThat(List.of(job.total(), job.done(), job.refused())).containsExactly(9, 5, 4);
        assertThat(names())
                .containsExactly(
                        "example.com", "example.net", "known.example", "nohosts.example", "xn--bcher-kva.example");
        var domain = domains.require(DomainName.of("example.com"));
        assertThat(domain.hosts())
                .containsExactly(new MxHost(1, "aspmx.l.google.com"), new MxHost(5, "alt1.aspmx.l.google.com"));
        assertThat(domain.tags()).containsExactly("customer-17", "health");
        assertThat(domain.provider()).isEqualTo("Google Workspace");
        assertThat(domain.place()).isEqualTo(Place.ELSEWHERE);
        assertThat(drafts.of(domain).orElseThrow().typed().mx())
                .containsExactly("aspmx.l.google.com", "*.aspmx.l.google.com");
        assertThat(findings.draft(domain)).allMatch(finding -> finding.severity() == mtasts.rfc8461.Severity.OK);
        assertThat(domains.require(DomainName.of("example.net")).takesMail()).isFalse();
        assertThat(drafts.of(domains.require(DomainName.of("nohosts.example")))).isEmpty();
        assertThat(jdbc.sql("select who || ' ' || action from audit_entry where subject = 'example.com' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Ada domain.registered", "Ada policy.drafted");
        assertThat(jdbc.sql("select coalesce(sum(change), 0) from domain_count where mode = 'unpublished'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        var page = page("/jobs/" + id);
        assertThat(page)
                .contains("4 rows are done, 1 stays as it is, 4 are refused: see why below.", "Show the domains")
                .doesNotContain("??");
        assertThat(page("/jobs/" + id + "/result.csv"))
                .startsWith("\uFEFFrow,name,result,code,text\r\n2,example.com,registered,,")
                .contains("\r\n4,example.com,refused,import.twice,");
        assertThat(page("/jobs")).contains("Import of 9 rows", "5 done, 4 refused");
    }

    @Test
    void aNameThatWasRemovedGoesOnWhereItWas() {
        register("known.example");
        press("/domains/known.example/remove");
        jdbc.sql("update domain set removed_at = now(), removed_by = 'Ada'").update();
        var id = judged("known.example,mx2.example.net,");
        assertThat(page("/jobs/" + id)).contains("Was here before", "Register 1 domain");
        press("/jobs/" + id + "/confirm");
        assertThat(until(id, JobState.DONE).done()).isOne();
        assertThat(domains.require(DomainName.of("known.example")).hosts())
                .containsExactly(new MxHost(null, "mx2.example.net"));
    }

    @Test
    void aRowThatWasRegisteredMeanwhileIsLeftAsItIs() {
        var id = judged("example.com,mx.example.org,\nexample.net,mx.example.org,");
        register("example.com");
        press("/jobs/" + id + "/confirm");
        assertThat(until(id, JobState.DONE).done()).isEqualTo(2);
        assertThat(page("/jobs/" + id))
                .contains(
                        "Here already",
                        "Registered",
                        "1 row is done, 1 stays as it is.",
                        "this row has not: mx.example.net; that only this row has: mx.example.org.");
        assertThat(domains.require(DomainName.of("example.com")).hosts())
                .containsExactly(new MxHost(null, "mx.example.net"));
    }

    @Test
    void theSameTableInTwoTabsIsOneImport() {
        var id = judged("example.com,mx.example.org,");
        assertThat(send("example.com,mx.example.org,", "elsewhere")).hasRedirectedUrl("/jobs/" + id);
        press("/jobs/" + id + "/confirm");
        press("/jobs/" + id + "/confirm");
        until(id, JobState.DONE);
        assertThat(send("example.com,mx.example.org,", "here").getResponse().getRedirectedUrl())
                .isNotEqualTo("/jobs/" + id);
    }

    @Test
    void whatIsNoTableIsRefusedWithWhatWasPasted() {
        assertThat(send("\"example.com", "here"))
                .hasStatusOk()
                .bodyText()
                .contains("cannot be read as a table", "&quot;example.com");
        assertThat(send(" \n", "here")).bodyText().contains("There is no row in it");
        assertThat(send("example.com", "nowhere")).hasStatusOk();
        assertThat(jobs.notEnded()).isEmpty();
    }

    @Test
    void aReaderLooksAndDoesNotImport() {
        var id = judged("example.com,mx.example.org,");
        assertThat(mvc.get().uri("/jobs/" + id).with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .contains("example.com")
                .doesNotContain("/confirm");
        assertThat(mvc.post().uri("/jobs/" + id + "/confirm").with(As.reader()).with(csrf()))
                .hasStatus(403);
        assertThat(mvc.get().uri("/domains/import").with(As.reader()))
                .bodyText()
                .doesNotContain("<textarea");
    }

    @Test
    void aResultIsNoFormula() {
        var id = judged("=1+1,mx.example.org,");
        assertThat(page("/jobs/" + id + "/result.csv")).contains("\r\n1,'=1+1,refused,import.name,");
    }
}
