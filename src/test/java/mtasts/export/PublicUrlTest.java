package mtasts.export;

import static org.assertj.core.api.Assertions.assertThat;

import mtasts.export.PublicUrl.Outcome.Refused;
import mtasts.export.PublicUrl.Outcome.Url;
import mtasts.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://sts.example.net,         https://sts.example.net
        ' https://sts.example.net/ ',    https://sts.example.net
        HTTPS://STS.Example.NET:443,     https://sts.example.net
        http://sts.example.net:80/,      http://sts.example.net
        http://sts.example.net:443,      http://sts.example.net:443
        https://sts.example.net:8443,    https://sts.example.net:8443
        https://bücher.example,          https://xn--bcher-kva.example
        http://localhost:8080,           http://localhost:8080
        http://127.0.0.1:8080,           http://127.0.0.1:8080
        'http://[::1]:8080',             'http://[::1]:8080'
        https://sts.mta-sts.example.net, https://sts.mta-sts.example.net
        """)
    void anAddressIsKeptInOneForm(String typed, String kept) {
        assertThat(PublicUrl.read(typed)).isEqualTo(new Url(kept));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        sts.example.net,                          form
        ftp://sts.example.net,                    form
        javascript:alert(1),                      form
        https://,                                 form
        https:///path,                            form
        https://me@sts.example.net,               form
        https://me:secret@sts.example.net,        form
        https://sts.example.net:99999,            form
        https://sts.example.net:0,                form
        https://sts.example.net/path,             path
        https://sts.example.net?q,                path
        https://sts.example.net/#x,               path
        https://sts_.example.net,                 host
        https://sts example.net,                  host
        https://999.0.0.1,                        host
        https://127.0.0.1.,                       host
        'https://[::::]',                         host
        https://mta-sts.example.net,              policy-host
        https://MTA-STS.example.net:8443/,        policy-host
        https://mta-sts,                          policy-host
        """)
    void whatIsNoneIsRefusedWithASentence(String typed, String why) {
        assertThat(PublicUrl.read(typed)).isEqualTo(new Refused(Words.of("export.settings.url." + why)));
    }
}
