package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.account.Caller;
import mtasts.account.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class AdoptManyTest {

    private static final String PATH = "/api/v1/adoptions/many";
    private static final String TEXT = "version: STSv1\nmode: testing\nmx: mx1.example.net\nmax_age: 604800\n";

    @Autowired
    Programs programs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    Caller caller;

    @BeforeEach
    void aTokenThatMayWrite() {
        caller = programs.writing().with("Content-Type", "application/zip");
    }

    private static byte[] zip(Object... files) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(octets, UTF_8)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) files[i]));
                zip.write(files[i + 1] instanceof byte[] raw ? raw : ((String) files[i + 1]).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return octets.toByteArray();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private Caller.Answer ended(Caller.Answer started) {
        var location = started.header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get(location).text("state").equals("done"));
        return caller.get(location);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/.well-known/mta-sts.txt,example.com",
        "export/example.com/mta-sts.txt,example.com",
        "example.com.txt,example.com",
        "policies/mta-sts.example.com.txt,mta-sts.example.com",
        "../../etc/example.com.txt,example.com",
        "C:\\policies\\example.com.txt,example.com",
        "mta-sts.txt,''",
    })
    void aPathIsANameAndNothingElse(String path, String domain) {
        assertThat(AdoptionArchive.domain(path)).isEqualTo(domain);
    }

    @Test
    void eachFileIsAdoptedOrToldWhyNot() throws IOException {
        var answer = ended(caller.post(
                PATH,
                zip(
                        "example.com/.well-known/mta-sts.txt",
                        TEXT,
                        "mta-sts.example.org.txt",
                        TEXT.replace("testing", "enforce"),
                        "../../broken.example.txt",
                        TEXT.replace("mx1.", "mx_1."),
                        "example.com.txt",
                        TEXT,
                        "no-id.example.txt",
                        TEXT,
                        "nul.example.txt",
                        "a\0b",
                        "latin.example.txt",
                        new byte[] {(byte) 0xe9},
                        "long.example.txt",
                        "x".repeat(70_000),
                        "__MACOSX/._example.com.txt",
                        "x",
                        "ids.csv",
                        "\uFEFFdomain,id,since,earlier\r\n"
                                + "example.com,2024a,2026-03-22,0\r\n"
                                + "broken.example,2024c\r\n"
                                + "long.example,1\r\n"
                                + "nul.example,1\r\n"
                                + "latin.example,1\r\n",
                        "records.csv",
                        "name,type,ttl,value\r\n_mta-sts.example.org,TXT,3600,v=STSv1; id=2024b\r\n")));

        assertThat(answer.json().path("total").asInt()).isEqualTo(8);
        assertThat(answer.json().path("items").findValuesAsString("result"))
                .containsExactly(
                        "adopted", "adopted", "drafted", "refused", "refused", "refused", "refused", "refused");
        assertThat(answer.json().path("items").findValuesAsString("code"))
                .contains("adoption.twice", "adoption.id", "adoption.text");
        assertThat(answer.json().path("size").asInt()).isEqualTo(50);
        var adopted = caller.get("/api/v1/domains/example.com/versions/1");
        assertThat(adopted.text("text")).isEqualTo(TEXT);
        assertThat(adopted.text("adoptedSince")).isEqualTo("2026-03-22T00:00:00Z");
        assertThat(adopted.json().path("earlierMaxAge").asInt()).isZero();
        assertThat(caller.get("/api/v1/domains/example.org/versions/1").text("id"))
                .isEqualTo("2024b");
        assertThat(caller.get("/api/v1/domains/broken.example/draft").status()).isEqualTo(200);
        assertThat(count("policy_version")).isEqualTo(2);
        assertThat(count("domain")).isEqualTo(3);
    }

    @Test
    void whatAnInstallationExportsAnotherOneAdopts() throws IOException {
        var first = zip("example.com/.well-known/mta-sts.txt", TEXT, "ids.csv", "example.com,2024a");
        ended(caller.post(PATH, first));
        var again = ended(caller.post(PATH, first));
        assertThat(again.json().path("items").findValuesAsString("result")).containsExactly("already");
        var id = again.json().path("id").asLong();
        assertThat(caller.get(PATH + "/" + id + "?page=0").code()).isEqualTo("request.parameter");
        assertThat(caller.get("/api/v1/imports/" + id).code()).isEqualTo("import.unknown");
    }

    @Test
    void whatATextDoesToMailIsSeenBeforeItIsConfirmed() throws IOException {
        var judged = caller.post(
                        PATH + "?confirm=false",
                        zip(
                                "a.example.txt",
                                TEXT.replace("testing", "enforce").replace("604800", "3600"),
                                "b.example.txt",
                                "hello",
                                "c.example.txt",
                                "x".repeat(70_000),
                                "mta-sts.d.example/mta-sts.txt",
                                TEXT,
                                "ids.csv",
                                "a.example,2024a,2026-03-01\r\nb.example,2024b\r\nc.example,2024c\r\n"))
                .header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get(judged).text("state").equals("judged"));

        assertThat(caller.get(judged).json().path("items").findValuesAsString("text"))
                .containsExactly(
                        "Mode enforce, id 2024a, up since 2026-03-01. 2 findings, one of them a danger.",
                        "No sender follows it: its mx lines and max_age become the draft, the text and its id the note."
                                + " 5 findings.",
                        "The text has more than 65,536 bytes, and no sender reads more.",
                        "No table in the ZIP file says its id. Add a line with domain and id to a CSV file in it.");
        assertThat(caller.get(judged).json().path("items").findValuesAsString("name"))
                .endsWith("d.example");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertThat(caller.post(PATH, "no zip".getBytes(UTF_8)).code()).isEqualTo("adoption.no-zip");
        assertThat(caller.post(PATH, zip("readme.md", "x")).code()).isEqualTo("adoption.empty");
        assertThat(caller.post(PATH + "?place=there", zip("a.example.txt", TEXT))
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(PATH + "/99").code()).isEqualTo("adoption.unknown");
        assertThat(programs.writing().post(PATH, "{}").status()).isEqualTo(415);
        assertThat(programs.reading()
                        .with("Content-Type", "application/zip")
                        .post(PATH, zip("a.txt", TEXT))
                        .status())
                .isEqualTo(403);
        assertThat(count("job")).isZero();
    }

    @Test
    void thePageLeadsToWhatIsWrongWithIt() {
        assertThat(mvc.post()
                        .uri("/domains/adopt/many")
                        .param("place", "there")
                        .with(As.administrator())
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#file\"", "id=\"file\"", "name=\"file\"", "aria-invalid=\"true\"")
                .contains("aria-describedby=\"file-say file-help\"", "id=\"file-say\"", "id=\"file-help\"")
                .contains("id=\"place\"", "id=\"place-say\"");
        assertThat(mvc.get().uri("/domains/adopt/many").with(As.administrator()))
                .bodyText()
                .containsPattern("value=\"elsewhere\"[^>]*checked")
                .doesNotContain("is-bad", "aria-invalid");
    }

    /** As of an export of many domains: no part of it is left out, and nothing of it is taken for what it is not. */
    @Test
    void aTableMayBeLongAndSaysIdsAlone() throws IOException {
        var records = new StringBuilder("name,type,ttl,value\r\n");
        for (int i = 0; records.length() < 17 * 1024 * 1024; i++) {
            records.append("_mta-sts.d")
                    .append(i)
                    .append(".example,TXT,3600,v=STSv1; id=")
                    .append(i);
            records.append(",").append("x".repeat(800)).append("\r\n");
        }
        records.append("x".repeat(2_000)).append("\r\n");
        records.append("mta-sts.no-id.example,CNAME,3600,sts.example.net.\r\n");
        records.append("_mta-sts.last.example,TXT,3600,v=STSv1; id=2024z");
        var answer = ended(caller.post(
                PATH, zip("no-id.example.txt", TEXT, "last.example.txt", TEXT, "records.csv", records.toString())));

        assertThat(answer.json().path("items").findValuesAsString("code")).containsOnlyOnce("adoption.id");
        assertThat(answer.json().path("items").findValuesAsString("result")).containsExactly("refused", "adopted");
        assertThat(caller.get("/api/v1/domains/last.example/versions/1").text("id"))
                .isEqualTo("2024z");
    }

    @Test
    void whatCannotBeSeenInANameIsNamed() throws IOException {
        var answer = ended(caller.post(PATH, zip("a\u202eb.txt", TEXT, "ids.csv", "example.com,1")));

        assertThat(answer.json().path("items").path(0).path("name").asString())
                .contains("U+202E")
                .doesNotContain("\u202e");
    }

    @Test
    void whatBlowsUpIsRefusedByCountingWhatComesOut() throws IOException {
        var files = new Object[2 * 17];
        for (int i = 0; i < 17; i++) {
            files[2 * i] = "t" + i + ".csv";
            files[2 * i + 1] = new byte[16 * 1024 * 1024];
        }
        assertThat(caller.post(PATH, zip(files)).code()).isEqualTo("adoption.too-much");
        assertThat(count("job")).isZero();
    }
}
