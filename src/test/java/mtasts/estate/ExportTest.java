package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.account.Caller;
import mtasts.account.Programs;
import mtasts.export.PolicyArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class ExportTest {

    private static final String ADOPTED =
            "version: STSv1\nmode: testing\nmx: mx.example.org\nmax_age: 604800\ncontact: ä";

    @Autowired
    Programs programs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PolicyArchive archive;

    @Autowired
    Environment environment;

    Caller caller;

    @BeforeEach
    void threeDomains() {
        caller = programs.writing();
        caller.post("/api/v1/domains", """
            {"name": "example.com", "mxHosts": ["10 mx1.example.net", "mx2.example.net"], "tags": ["eu", "prod"],
             "note": "=1+1"}\
            """);
        caller.post("/api/v1/domains/example.com/versions", "{}");
        caller.post("/api/v1/domains", "{\"name\": \"bücher.example\", \"mxHosts\": [\".\"], \"place\": \"here\"}");
        caller.post("/api/v1/adoptions", """
            {"name": "example.org", "id": "2024a", "tags": ["eu"], "text": "%s"}\
            """.formatted(ADOPTED.replace("\n", "\\n")));
    }

    private byte[] download(String path) {
        var answer = mvc.get().uri(path).with(As.reader()).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private Map<String, String> unpacked(byte[] zip) {
        var files = new LinkedHashMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), UTF_8));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return files;
    }

    @Test
    void allPoliciesLieWhereAWebServerLooksForThemWithAllRecords() {
        jdbc.sql("update installation set policy_host_target = 'sts.example.net', report_address ="
                        + " 'mailto:tls@example.net'")
                .update();

        var files = unpacked(download("/domains/export/mta-sts.zip"));

        assertThat(files.keySet())
                .containsExactly(
                        "example.com/.well-known/mta-sts.txt",
                        "example.org/.well-known/mta-sts.txt",
                        "records.csv",
                        "records.zone");
        assertThat(files.get("example.com/.well-known/mta-sts.txt"))
                .isEqualTo("version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\n"
                        + "max_age: 604800\r\n");
        assertThat(files.get("example.org/.well-known/mta-sts.txt")).isEqualTo(ADOPTED);
        assertThat(files.get("records.csv"))
                .startsWith("\uFEFFname,type,ttl,value\r\n")
                .contains("_mta-sts.example.org,TXT,3600,v=STSv1; id=2024a\r\n")
                .contains("mta-sts.example.com,CNAME,3600,sts.example.net.\r\n")
                .contains("_smtp._tls.example.com,TXT,3600,v=TLSRPTv1; rua=mailto:tls@example.net\r\n");
    }

    @Test
    void theRecordsAreThoseOfEachDomainsOwnDownloads() {
        var files = unpacked(download("/domains/export/mta-sts.zip"));

        for (var name : List.of("example.com", "example.org", "xn--bcher-kva.example")) {
            var csv = new String(download("/domains/" + name + "/records.csv"), UTF_8);
            assertThat(files.get("records.csv")).contains(csv.substring(csv.indexOf("\r\n") + 2));
            var zone = new String(download("/domains/" + name + "/zone.txt"), UTF_8);
            assertThat(files.get("records.zone")).contains(zone.substring(zone.indexOf('\n') + 1));
        }
    }

    @Test
    void theAddressOfTheListNarrowsIt() {
        assertThat(unpacked(download("/domains/export/mta-sts.zip?tag=prod")).keySet())
                .containsExactly("example.com/.well-known/mta-sts.txt", "records.csv", "records.zone");
        assertThat(unpacked(download("/domains/export/mta-sts.zip?q=nothing")).get("records.csv"))
                .isEqualTo("\uFEFFname,type,ttl,value\r\n");
        assertThat(unpacked(download("/domains/export/mta-sts.zip?q=%E2%80%AE")).keySet())
                .containsExactly("records.csv", "records.zone");
        assertThat(new String(download("/domains/export/domains.csv?stage=testing&q=org"), UTF_8).lines())
                .hasSize(2);
    }

    @Test
    void aSelectionByNameIsWrittenToo() throws IOException {
        var zip = new ByteArrayOutputStream();
        archive.write((name, most) -> List.of("example.org", "gone.example", "example.org"), zip);

        assertThat(unpacked(zip.toByteArray()).keySet())
                .containsExactly("example.org/.well-known/mta-sts.txt", "records.csv", "records.zone");
    }

    @Test
    void manyMoreThanAreReadAtOnceAreAllThereOnce() {
        jdbc.sql("""
            insert into domain (name, unicode_name, place, created_at, changed_at, search)
            select 'd' || n || '.example', 'd' || n || '.example', 'here', now(), now(), '' from generate_series(1, 3050) n\
            """).update();

        var lines = new String(download("/domains/export/domains.csv"), UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(3_054).doesNotHaveDuplicates();
        assertThat(unpacked(download("/domains/export/mta-sts.zip")).get("records.zone"))
                .contains("mta-sts.d3050.example");
    }

    @Test
    void theListIsATableThatRunsNothingAndCanBeImportedAgain() {
        assertThat(new String(download("/domains/export/domains.csv"), UTF_8)).isEqualTo("""
            \uFEFFdomain,mx,tags,unicode_name,place,stage,testing_since,due,version,policy_id,note
            example.com,10 mx1.example.net mx2.example.net,eu prod,example.com,here,testing,2026-11-24T12:00:00Z,\
            2026-12-08T12:00:00Z,1,%s,'=1+1
            example.org,,eu,example.org,elsewhere,testing,2026-11-24T12:00:00Z,2026-12-08T12:00:00Z,1,2024a,
            xn--bcher-kva.example,.,,bücher.example,here,unpublished,,,,,
            """.replace("\n", "\r\n")
                .formatted(caller.get("/api/v1/domains/example.com/policy").text("id")));
    }

    @Test
    void theSameByProgram() {
        var csv = programs.reading().get("/api/v1/export.csv?tag=prod");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"domains.csv\"");
        assertThat(csv.response().body()).contains("example.com,").doesNotContain("example.org,");
        var zip = programs.reading().get("/api/v1/export.zip");
        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        assertThat(zip.response().body()).startsWith("PK").contains("example.org/.well-known/mta-sts.txt");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var path : List.of("/api/v1/export.zip", "/api/v1/export.csv")) {
            assertThat(caller.get(path + "?stage=somewhere").status()).isEqualTo(400);
            assertThat(caller.post(path, "{}").status()).isEqualTo(405);
            assertThat(caller.with("Accept", "image/png").get(path).status()).isEqualTo(406);
            assertThat(new Caller(environment.getRequiredProperty("local.server.port", Integer.class), "nobody")
                            .get(path)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(mvc.get().uri("/domains/export/mta-sts.zip")).hasStatus3xxRedirection();
    }
}
