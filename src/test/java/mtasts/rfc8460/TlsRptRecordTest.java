package mtasts.rfc8460;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRptRecordTest {

    @Test
    void theRecordNamesEveryAddress() {
        var record = new TlsRptRecord(List.of(address("tlsrpt@example.net"), address("mailto:second@example.org")));

        assertThat(record.text()).isEqualTo("v=TLSRPTv1; rua=mailto:tlsrpt@example.net,mailto:second@example.org");
        assertThat(TlsRptRecord.owner(DomainName.of("example.com"))).isEqualTo("_smtp._tls.example.com");
    }

    @Test
    void aRecordThatAsksForNothingIsNone() {
        assertThatThrownBy(() -> new TlsRptRecord(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        tlsrpt@example.net,            mailto:tlsrpt@example.net
        ' tlsrpt@example.net ',        mailto:tlsrpt@example.net
        MAILTO:Tls.Rpt@EXAMPLE.net,    mailto:Tls.Rpt@example.net
        a+b_c-d~e@example.net,         mailto:a+b_c-d~e@example.net
        reports@bücher.example,        mailto:reports@xn--bcher-kva.example
        a!b@example.net,               mailto:a%21b@example.net
        mailto:a%21b@example.net,      mailto:a%21b@example.net
        a%b@example.net,               mailto:a%25b@example.net
        a#b/c?d@example.net,           mailto:a%23b%2Fc%3Fd@example.net
        a&b=c^d`e{f|g}h@example.net,   mailto:a%26b%3Dc%5Ed%60e%7Bf%7Cg%7Dh@example.net
        """)
    void anAddressIsEncodedForARecord(String typed, String uri) {
        assertThat(address(typed).uri()).isEqualTo(uri);
        assertThat(address(uri)).isEqualTo(address(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mailto:",
                "example.net",
                "@example.net",
                "a@",
                "a@b@example.net",
                "a b@example.net",
                "a,b@example.net",
                "a;b@example.net",
                "\"a\"@example.net",
                ".a@example.net",
                "a..b@example.net",
                "ä@example.net",
                "mailto:a@example.net?subject=x",
                "mailto:a@example.net,b@example.net",
                "mailto:a%2Cb@example.net",
                "mailto:a%00b@example.net",
                "a@192.0.2.1",
                "https://example.net/",
                "a@exa_mple.net",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.net"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    private static MailAddress address(String typed) {
        return MailAddress.read(typed).orElseThrow();
    }
}
