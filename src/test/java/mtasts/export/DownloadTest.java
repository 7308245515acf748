package mtasts.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import mtasts.ApplicationTest;
import mtasts.account.As;
import mtasts.hosting.Publications;
import mtasts.hosting.RawHttp;
import mtasts.hosting.RawHttp.Answer;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DownloadTest {

    private static final String TEXT = Publications.text("testing");

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Installation installation;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Publications publications;

    @BeforeEach
    void register() {
        publications = new Publications(jdbc);
        publications.register("download.example");
    }

    @Test
    void theFileIsByteForByteWhatIsServed() throws IOException {
        publications.publish("download.example", 1, TEXT);
        await().atMost(Duration.ofSeconds(5)).until(() -> served().status() == 200);

        var file = get("mta-sts.txt");

        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"mta-sts.txt\"");
        assertThat(file.getResponse().getContentType()).isEqualTo("text/plain;charset=US-ASCII");
        assertThat(new String(file.getResponse().getContentAsByteArray(), ISO_8859_1))
                .isEqualTo(served().body())
                .isEqualTo(TEXT);
    }

    @Test
    void beforeTheFirstPublicationThereIsNoFile() {
        assertThat(get("mta-sts.txt")).hasStatus(404);
    }

    @Test
    void theZoneTextHoldsWhatIsKnownAndSaysWhatIsNot() {
        assertThat(text(get("zone.txt"))).isEqualTo("""
            ; DNS records of download.example for MTA-STS and TLS reports, as of 2026-11-24 12:00:00 UTC
            ; _mta-sts.download.example: It comes when the policy is published.
            ; mta-sts.download.example: Not known yet. Say under Settings which host name policy hosts point to.
            ; _smtp._tls.download.example: Not known yet. Say under Settings which address takes the reports.
            """);

        publications.publish("download.example", 1, TEXT);
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tls#rpt@example.net", "here"));

        assertThat(text(get("zone.txt"))).isEqualTo("""
            ; DNS records of download.example for MTA-STS and TLS reports, as of 2026-11-24 12:00:00 UTC
            _mta-sts.download.example.\t3600\tIN\tTXT\t"v=STSv1; id=id1"
            mta-sts.download.example.\t3600\tIN\tCNAME\tsts.example.net.
            _smtp._tls.download.example.\t3600\tIN\tTXT\t"v=TLSRPTv1; rua=mailto:tls%23rpt@example.net"
            """);
        assertThat(text(get("records.csv"))).isEqualTo("""
            name,type,ttl,value\r
            _mta-sts.download.example,TXT,3600,v=STSv1; id=id1\r
            mta-sts.download.example,CNAME,3600,sts.example.net.\r
            _smtp._tls.download.example,TXT,3600,v=TLSRPTv1; rua=mailto:tls%23rpt@example.net\r
            """);
    }

    @Test
    void elsewhereTheZoneTextSaysThatTheIdComesWhenTheFileIsUp() {
        jdbc.sql("update domain set place = 'elsewhere'").update();
        publications.announce("download.example", 1, TEXT);

        assertThat(text(get("zone.txt")))
                .contains("; _mta-sts.download.example: It comes when the file is up, and not before.\n")
                .doesNotContain("STSv1");
        assertThat(text(get("records.csv"))).isEqualTo("name,type,ttl,value\r\n");
    }

    @Test
    void beforeTheFileIsUpElsewhereTheHostIsNotToBeLedThere() {
        installation.change(new InstallationSettings(null, "sts.example.net", null, "here"));
        publications.publish("download.example", 1, TEXT);
        jdbc.sql("insert into policy_confirmation (domain_id, number, what, place, confirmed_at, confirmed_by,"
                        + " policy_host) select id, 1, 'records', 'here', now(), 'Ada', 'sts.example.net' from"
                        + " domain")
                .update();
        jdbc.sql("update domain set place = 'elsewhere', policy_host_target = 'own.example.org'")
                .update();

        assertThat(text(get("zone.txt"))).contains("""
            ; mta-sts.download.example: Leave it as it is until the file is up on your own web server.
            mta-sts.download.example.\t3600\tIN\tCNAME\tsts.example.net.
            """);
        assertThat(text(get("records.csv")))
                .contains("mta-sts.download.example,CNAME,3600,sts.example.net.\r\n")
                .doesNotContain("own.example.org", "Leave");
    }

    @Test
    void whatADomainSaysOfItselfGoesBeforeTheSettings() {
        installation.change(new InstallationSettings(null, "sts.example.net", "mailto:tlsrpt@example.net", "here"));
        jdbc.sql("update domain set policy_host_target = 'own.example.org', report_address = 'mailto:own@example.org'")
                .update();

        assertThat(text(get("records.csv"))).contains("own.example.org.", "mailto:own@example.org");
    }

    @Test
    void elsewhereTheInstallationsHostIsNotTheTarget() {
        installation.change(new InstallationSettings(null, "sts.example.net", null, "here"));
        jdbc.sql("update domain set place = 'elsewhere'").update();

        assertThat(text(get("zone.txt"))).doesNotContain("CNAME").contains("your own web server");
    }

    @Test
    void downloadsAreForThoseWhoAreSignedIn() {
        publications.publish("download.example", 1, TEXT);

        for (String file : new String[] {"mta-sts.txt", "zone.txt", "records.csv", "serve"}) {
            assertThat(browser.get().uri("/domains/download.example/" + file)).hasStatus3xxRedirection();
        }
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), ISO_8859_1);
    }

    private MvcTestResult get(String file) {
        return browser.get()
                .uri("/domains/download.example/" + file)
                .with(As.reader())
                .exchange();
    }

    private Answer served() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return RawHttp.exchange(
                    socket,
                    "GET /.well-known/mta-sts.txt HTTP/1.1\r\n"
                            + "Host: mta-sts.download.example\r\n"
                            + "Connection: close\r\n\r\n");
        }
    }
}
