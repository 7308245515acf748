package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MxPatternTest {

    private static final String OF_251 = ("a".repeat(61) + ".").repeat(4) + "bcd";

    /** Reason, text, what is said. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("a host", "mx.example.net", ""),
                arguments("a wildcard", "*.example.net", ""),
                arguments("case", "*.EXAMPLE.net", ""),
                arguments("253 octets", "*." + OF_251, ""),
                arguments("IPv4", "192.0.2.1", "policy.mx.address 1:1+9"),
                arguments("IPv4 below a star", "*.192.0.2.1", "policy.mx.address 1:1+11"),
                arguments("a number that is no address", "192.0.2", ""),
                arguments("below a public suffix", "*.co.uk", "policy.mx.broad.suffix 1:1+7"),
                arguments("below a top-level domain", "*.com", "policy.mx.broad.suffix 1:1+5"),
                arguments("below a suffix of customers", "*.github.io", "policy.mx.broad.suffix 1:1+11"),
                arguments("below an international suffix", "*.xn--p1ai", "policy.mx.broad.suffix 1:1+10"),
                arguments("below a provider", "*.amazonaws.com", "policy.mx.broad.shared 1:1+15"),
                arguments(
                        "below a name whose hosts are customers'",
                        "*.compute-1.amazonaws.com",
                        "policy.mx.broad.suffix 1:1+25"),
                arguments("a suffix itself is one host", "co.uk", ""),
                arguments("Microsoft with DNSSEC, too short", "*.mx.microsoft", "policy.mx.depth.microsoft 1:1+14"),
                arguments("Microsoft with DNSSEC", "*.h-v1.mx.microsoft", ""),
                arguments("Microsoft", "*.mail.protection.outlook.com", ""),
                arguments("Google", "*.aspmx.l.google.com", ""),
                arguments("Google, older", "*.googlemail.com", ""),
                arguments("Cloudflare", "*.mx.cloudflare.net", ""),
                arguments("Mimecast", "*.mimecast.com", ""),
                arguments("more labels than any suffix", "*." + "a.".repeat(100) + "com", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String reason, String text, String said) {
        Reading<MxPattern> reading = MxPattern.read(text);
        assertThat(reading.value().map(MxPattern::text)).as(reason).contains(Ascii.lower(text));
        assertThat(reading.value()).contains(MxPattern.of(text));
        assertThat(Said.lines(reading)).isEqualTo(said);
    }

    /** Reason, text, what is said. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", "", "policy.mx.syntax.empty 1:1+0"),
                arguments("trailing dot", "mx4.example.net.", "policy.mx.syntax.trailing-dot 1:1+16 → mx4.example.net"),
                arguments(
                        "trailing dot below a star",
                        "*.Example.net.",
                        "policy.mx.syntax.trailing-dot 1:1+14 → *.example.net"),
                arguments("U-label", "bücher.example", "policy.mx.syntax.u-label 1:1+14 → xn--bcher-kva.example"),
                arguments(
                        "U-label below a star",
                        "*.bücher.example.",
                        "policy.mx.syntax.u-label 1:1+17 → *.xn--bcher-kva.example"),
                arguments("invisible", "mx\u200b.example", "policy.mx.syntax.look-alike 1:1+11 → mx.example"),
                arguments("Kelvin sign", "\u212a.example", "policy.mx.syntax.look-alike 1:1+9 → k.example"),
                arguments("no-break space", "mx\u00a0.example", "policy.mx.syntax.international 1:1+11"),
                arguments("URL", "https://mx2.example.net/", "policy.mx.syntax.url 1:1+24 → mx2.example.net"),
                arguments("protocol", "smtp://*.example.net:25", "policy.mx.syntax.url 1:1+23 → *.example.net"),
                arguments("commas", "a.example,*.b.example", "policy.mx.syntax.list 1:1+21"),
                arguments("semicolons", "a.example; b.example", "policy.mx.syntax.list 1:1+20"),
                arguments("several", "a.example b.example c.example", "policy.mx.syntax.several 1:1+29"),
                arguments("a comma at the end", "*.a.example,", "policy.mx.syntax.punctuation 1:1+12 → *.a.example"),
                arguments(
                        "as dig prints it",
                        "10 mx.example.net.",
                        "policy.mx.syntax.preference 1:1+18 → mx.example.net"),
                arguments(
                        "all that dig prints",
                        "example.com. 300 IN MX 10 mx.example.net.",
                        "policy.mx.syntax.preference 1:1+41 → mx.example.net"),
                arguments("a remark", "mx.example.net # first", "policy.mx.syntax.comment 1:1+22 → mx.example.net"),
                arguments("a link", "[mx.example](http://mx.example)", "policy.mx.syntax.markdown 1:1+31 → mx.example"),
                arguments("HTML", "*.example.net</p>", "policy.mx.syntax.html 1:1+17 → *.example.net"),
                arguments("backticks", "`*.example.net`", "policy.mx.syntax.quoted 1:1+15 → *.example.net"),
                arguments("a place to be filled", "<the exact host>", "policy.mx.syntax.character 1:1+16"),
                arguments("mail address", "me@a.example", "policy.mx.syntax.mail-address 1:1+12"),
                arguments("port", "a.example:25", "policy.mx.syntax.port 1:1+12 → a.example"),
                arguments("IPv6", "2001:db8::1", "policy.mx.syntax.address 1:1+11"),
                arguments("address literal", "[192.0.2.1]", "policy.mx.syntax.address 1:1+11"),
                arguments("star alone", "*", "policy.mx.syntax.wildcard 1:1+1"),
                arguments("star and dot", "*.", "policy.mx.syntax.wildcard 1:1+2"),
                arguments("star in the middle", "mx.*.example", "policy.mx.syntax.wildcard 1:1+12"),
                arguments("two stars", "*.*.example", "policy.mx.syntax.wildcard 1:1+11"),
                arguments("part of a label", "mx*.example", "policy.mx.syntax.wildcard 1:1+11"),
                arguments("space after the star", "*. example.net", "policy.mx.syntax.space 1:1+14 → *.example.net"),
                arguments("underscore", "mx_1.example.net", "policy.mx.syntax.underscore 1:1+16"),
                arguments("dot in front", ".example.net", "policy.mx.syntax.empty-label 1:1+12"),
                arguments("at signs", "a!b", "policy.mx.syntax.character 1:1+3"),
                arguments("hyphen", "-mx.example", "policy.mx.syntax.hyphen 1:1+11"),
                arguments("label of 64", "*." + "a".repeat(64), "policy.mx.length.label 1:1+66"),
                arguments("254 octets with the star", "*." + OF_251 + "e", "policy.mx.length.name 1:1+254"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String reason, String text, String expected) {
        Reading<MxPattern> reading = MxPattern.read(text);
        assertThat(reading.value()).as(reason).isEmpty();
        assertThat(Said.lines(reading)).as(reason).isEqualTo(expected);
        assertThatIllegalArgumentException().isThrownBy(() -> MxPattern.of(text));
        reading.findings()
                .getFirst()
                .remedy()
                .ifPresent(remedy -> assertThat(MxPattern.read(remedy).value()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.example.net", "MX.EXAMPLE.NET", "mx.example.net.", "ＭＸ.example.net"})
    void aHostIsReadAsANameBeforeItIsMatched(String host) {
        assertThat(MxPattern.of("mx.example.net").matches(host)).isTrue();
        assertThat(MxPattern.of("*.example.net").matches(host)).isTrue();
    }

    @Test
    void aWildcardStandsForExactlyOneLabel() {
        MxPattern pattern = MxPattern.of("*.mx.microsoft");
        assertThat(pattern.matches("a.mx.microsoft")).isTrue();
        assertThat(pattern.matches("mx.microsoft")).isFalse();
        assertThat(pattern.matches("example-com.h-v1.mx.microsoft")).isFalse();
        assertThat(pattern.matches("amx.microsoft")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", ".example.net", "a..example.net", "_a.example.net", "*.example.net", " a.example.net"})
    void whatIsNoNameIsNeverCovered(String host) {
        assertThat(MxPattern.of("*.example.net").matches(host)).isFalse();
    }

    @Test
    void anAddressCoversNothing() {
        assertThat(MxPattern.of("192.0.2.1").matches("192.0.2.1")).isFalse();
        assertThat(MxPattern.of("192.0.2.1").matches(new DomainName("192.0.2.1")))
                .isFalse();
    }

    @Test
    void theKelvinSignInAPolicyIsNoK() {
        assertThat(PolicyReader.read("version: STSv1\nmode: enforce\nmx: \u212a.example\nmax_age: 1209600")
                        .value())
                .isEmpty();
    }

    @Test
    void aPatternOfMoreThan253OctetsIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MxPattern(true, new DomainName(OF_251 + ".e")));
        assertThat(new MxPattern(false, new DomainName(OF_251 + ".e")).text()).hasSize(253);
    }

    @Test
    void patternsAreOrderedByNameAndHostsComeFirst() {
        assertThat(Stream.of("*.a.example", "b.example", "a.example")
                        .map(MxPattern::of)
                        .sorted())
                .extracting(MxPattern::text)
                .containsExactly("a.example", "*.a.example", "b.example");
    }

    @Test
    void noSuffixHasMoreLabelsThanAreLookedAt() throws IOException {
        try (var list =
                PublicSuffixMatcherLoader.class.getResourceAsStream("/org/publicsuffix/list/effective_tld_names.dat")) {
            List<String> rules = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(rule -> !rule.isBlank() && !rule.startsWith("//"))
                    .toList();
            assertThat(rules).hasSizeGreaterThan(8_000).allMatch(rule -> rule.split("\\.").length <= 7);
        }
    }

    @Test
    void theSuffixListIsThere() {
        assertThat(SharedNames.isPublicSuffix("github.io")).isTrue();
        assertThat(SharedNames.isPublicSuffix("s3.amazonaws.com")).isTrue();
        assertThat(SharedNames.isPublicSuffix("example.com")).isFalse();
    }
}
