package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MxHostsTest {

    private static final MxHost FIRST = new MxHost(10, "mx1.example.net");
    private static final MxHost SECOND = new MxHost(20, "mx2.example.net");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 mx1.example.net.\n20 mx2.example.net.",
                "10 MX1.EXAMPLE.NET\r\n\r\n20 mx2.Example.Net\r\n",
                "10 mx1.example.net, 20 mx2.example.net",
                "10 mx1.example.net 20 mx2.example.net",
                "10\tmx1.example.net\n20\u00A0mx2.example.net",
                "MX 10 mx1.example.net.\nmx 20 mx2.example.net.",
                "mx1.example.net. 10\nmx2.example.net. 20",
                "example.com.\t\t3600\tIN\tMX\t10 mx1.example.net.\nexample.com.\t\t3600\tIN\tMX\t20 mx2.example.net.",
                "@ IN MX 10 mx1.example.net. ; the first\n  IN MX 20 mx2.example.net.",
                "example.com mail is handled by 10 mx1.example.net.\n"
                        + "example.com mail is handled by 20 mx2.example.net.",
                "example.com\tMX preference = 10, mail exchanger = mx1.example.net\n"
                        + "example.com\tMX preference = 20, mail exchanger = mx2.example.net",
                "example.com\tmail exchanger = 10 mx1.example.net.\nexample.com\tmail exchanger = 20 mx2.example.net.",
                "; <<>> DiG 9.20 <<>> example.com MX\n"
                        + ";; ANSWER SECTION:\n"
                        + "example.com. 60 IN MX 10 mx1.example.net.\n"
                        + "example.com. 60 IN MX 20 mx2.example.net.\n\n"
                        + ";; MSG SIZE  rcvd: 55",
                "10 mx1.example.net\n20 mx2.example.net\n30 mx1.example.net",
            })
    void readsWhatToolsPrintAndPeopleType(String text) {
        assertThat(MxHosts.read(text)).isEqualTo(new MxHosts(List.of(FIRST, SECOND), false, List.of()));
    }

    @Test
    void takesHostsWithoutPreference() {
        assertThat(MxHosts.read("mx1.example.net mx2.example.net").hosts())
                .containsExactly(new MxHost(null, "mx1.example.net"), new MxHost(null, "mx2.example.net"));
    }

    @Test
    void keepsALabels() {
        assertThat(MxHosts.read("10 mx.müller.example").hosts())
                .containsExactly(new MxHost(10, "mx.xn--mller-kva.example"));
    }

    @Test
    void takesWhateverDnsTakesAsAHost() {
        assertThat(MxHosts.read("10 mx.xn--zz.example"))
                .isEqualTo(new MxHosts(List.of(new MxHost(10, "mx.xn--zz.example")), false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "0 .", "example.com. 3600 IN MX 0 ."})
    void aDotTakesNoMail(String text) {
        assertThat(MxHosts.read(text)).isEqualTo(new MxHosts(List.of(), true, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t\n", ";; no answer"})
    void nothingIsADomainWithoutMxRecords(String text) {
        assertThat(MxHosts.read(text).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65536 mx.example.net | domain.mx.preference",
                "4294967296 mx.example.net | domain.mx.preference",
                "10 | domain.mx.no-host",
                "*.example.net | domain.mx.pattern",
                "example.com. 60 IN A 192.0.2.1 | domain.mx.record",
                "192.0.2.1 | domain.name.finding",
                "10 192.0.2.1. | domain.name.finding",
                "2001:db8::1 | domain.name.finding",
                "10 [2001:db8::1] | domain.name.finding",
                "::1 | domain.name.finding",
                "x | domain.mx.single",
                "10 localhost. | domain.mx.single",
                "10 mx_1.example.net | domain.name.finding",
                "99999999999999999999 | domain.mx.no-host",
                "<script>alert(1)</script> | domain.name.finding",
                "postmaster@example.net | domain.name.finding",
            })
    void saysWhatIsNoMxHostAndOnWhichLine(String line, String key) {
        var read = MxHosts.read("mx.example.org\n" + line);

        assertThat(read.problems()).hasSize(1).allMatch(problem -> problem.line() == 2);
        assertThat(read.problems().getFirst().says().key()).isEqualTo(key);
    }

    @Test
    void aDotStandsAlone() {
        assertThat(MxHosts.read("10 mx.example.net\n0 .").problems())
                .containsExactly(new MxHosts.Problem(0, Words.of("domain.mx.null-and-hosts")));
    }

    @Test
    void takesAHundredHostsAndNoMore() {
        assertThat(MxHosts.read(hosts(100)).problems()).isEmpty();
        assertThat(MxHosts.read(hosts(101)).problems())
                .containsExactly(new MxHosts.Problem(0, Words.of("domain.mx.many", 101, 100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\n", "10 ", "\u0000", "\u202E", "mx.example.net\n", "<", "*."})
    void endsWithFewProblemsHoweverMuchIsPasted(String part) {
        var small = MxHosts.read(part.repeat(60_000 / part.length()));
        var large = MxHosts.read(part.repeat(10_000_000 / part.length()));

        assertThat(small.problems()).hasSizeLessThanOrEqualTo(20);
        assertThat(large.problems()).containsExactly(new MxHosts.Problem(0, Words.of("domain.mx.long", 64)));
    }

    private static String hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "mx" + i + ".example.net")
                .collect(Collectors.joining("\n"));
    }
}
