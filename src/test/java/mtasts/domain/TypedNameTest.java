package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import mtasts.domain.TypedName.Offered;
import mtasts.domain.TypedName.Refused;
import mtasts.domain.TypedName.Understood;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | example.com",
                "EXAMPLE.com. | example.com",
                "müller.example | xn--mller-kva.example",
                "MÜLLER.EXAMPLE. | xn--mller-kva.example",
                "straße.example | xn--strae-oqa.example",
                "xn--mller-kva.example | xn--mller-kva.example",
                "sub.example.com | sub.example.com",
                "postmaster@example.com | example.com",
                "Post Master <postmaster@Example.COM> | example.com",
                "mailto:postmaster@example.com?subject=x | example.com",
                "mailto:postmaster@example.com | example.com",
                "\"a@b\"@example.com | example.com",
                "https://example.com | example.com",
                "https://user:secret@example.com:8443/a?b#c | example.com",
                "HTTP://EXAMPLE.COM/ | example.com",
                "example.com/path | example.com",
                "mta-sts.example | mta-sts.example",
            })
    void understands(String typed, String name) {
        assertThat(TypedName.read(typed)).isEqualTo(new Understood(DomainName.of(name)));
        assertThat(TypedName.read("  " + typed + "\r\n")).isEqualTo(new Understood(DomainName.of(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "xn--zz.example.org, xn--zz",
        "XN--ZZ.Example.ORG., xn--zz",
        "a.xn--mller-kva.xn--0.example, xn--0",
        "postmaster@xn--99999999.example, xn--99999999",
        "mta-sts.xn--zz.example.org, xn--zz",
        "xn--bcher-kv.example, xn--bcher-kv",
    })
    void refusesWhatLooksLikeAnALabelAndIsNone(String typed, String label) {
        assertThat(TypedName.read(typed)).isEqualTo(new Refused(Words.of("domain.name.fake-a-label", label)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--nxasmm1c.com",
                "xn--ls8h.la",
                "xn--6dbbec0c.example",
                "xn--mgba3gch31f060k.com",
                "ab--cd.com",
                "r3---x.net"
            })
    void takesEveryALabelThatHasALetterBehindIt(String typed) {
        assertThat(TypedName.read(typed)).isEqualTo(new Understood(DomainName.of(typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "mta-sts.example.com, mta-sts.example.com",
        "MTA-STS.example.com., MTA-STS.example.com.",
        "_mta-sts.example.com, _mta-sts.example.com",
        "_smtp._tls.example.com, _smtp._tls.example.com",
        "https://mta-sts.example.com/.well-known/mta-sts.txt, mta-sts.example.com",
        "mta-sts.example.com/.well-known/mta-sts.txt, mta-sts.example.com",
    })
    void offersTheDomainBehindWhatMtaStsPutsInFront(String typed, String shown) {
        assertThat(TypedName.read(typed)).isEqualTo(new Offered(DomainName.of("example.com"), shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example com",
                "exa_mple.com",
                "-example.com",
                "example..com",
                "192.0.2.1",
                "https://",
                "postmaster@",
                "<script>alert(1)</script>",
                "example.com\u0000",
                "example\u202E.com",
                "../../etc/passwd",
                "https://[2001:db8::1]/",
                "mta-sts._.com",
                "localhost",
                "com",
                "com.",
                "postmaster@localhost",
                "https://intranet/",
            })
    void refusesWithAReason(String typed) {
        assertThat(TypedName.read(typed)).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsInsistedOnIsTakenAsItStands() {
        var offered = (Offered) TypedName.read("mta-sts.co.uk");
        assertThat(offered.name()).isEqualTo(DomainName.of("co.uk"));
        assertThat(offered.asTyped()).contains(DomainName.of("mta-sts.co.uk"));
        assertThat(TypedName.insisted("mta-sts.co.uk")).isEqualTo(new Understood(DomainName.of("mta-sts.co.uk")));
        assertThat(((Offered) TypedName.read("_mta-sts.example.com")).asTyped()).isEmpty();
        assertThat(TypedName.insisted("com")).isEqualTo(new Refused(Words.of("domain.name.single", "com")));
    }

    @Test
    void asksForANameWhereThereIsNone() {
        assertThat(TypedName.read("  \n")).isEqualTo(new Refused(Words.of("domain.name.missing")));
    }

    @Test
    void readsNoMoreThanANameCanBe() {
        assertThat(TypedName.read("a".repeat(10_000_000))).isEqualTo(new Refused(Words.of("domain.name.long")));
    }
}
