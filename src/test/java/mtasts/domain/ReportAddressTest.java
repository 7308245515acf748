package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import mtasts.rfc8460.MailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAddressTest {

    @ParameterizedTest
    @CsvSource({
        "tls@example.com, mailto:tls@example.com",
        "mailto:tls@example.com, mailto:tls@example.com",
        "MAILTO:TLS+reports@Example.COM., mailto:TLS+reports@example.com",
        "tls@müller.example, mailto:tls@xn--mller-kva.example",
        "tls+a/b@example.com, mailto:tls+a/b@example.com",
    })
    void takes(String typed, String uri) {
        assertThat(ReportAddress.read(" " + typed + " ")).contains(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tls",
                "@example.com",
                "tls@",
                "https://example.com/reports",
                "a,b@example.com",
                "a!b@example.com",
                "a;b@example.com",
                "a%20b@example.com",
                "a b@example.com",
                "tls@example.com?subject=x",
                "tls@example.com,other@example.com",
                "tls@example.com\u0000",
                "a%b@example.com",
                "mailto:a%21b@example.com",
            })
    void refuses(String typed) {
        assertThat(ReportAddress.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".tls@example.com", "tls.@example.com", "tls..reports@example.com"})
    void refusesWhatNoRecordCouldSayAfterwards(String typed) {
        assertThat(ReportAddress.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls@example.com", "tls+a/b&c=d@example.com", "o'neill@example.com"})
    void whatItTakesIsReadAgainForTheRecord(String typed) {
        assertThat(ReportAddress.read(typed).flatMap(MailAddress::read)).hasToString("Optional[" + typed + "]");
    }
}
