package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    private static final String LONGEST = ("a".repeat(61) + ".").repeat(4) + "bcd.e";

    /** Reason, text, A-labels, U-labels. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("plain", "example.com", "example.com", "example.com"),
                arguments("case in ASCII", "EXAMPLE.Com", "example.com", "example.com"),
                arguments("trailing dot", "example.com.", "example.com", "example.com"),
                arguments("one label", "localhost", "localhost", "localhost"),
                arguments("label of 63", "a".repeat(63), "a".repeat(63), "a".repeat(63)),
                arguments("253 octets", LONGEST, LONGEST, LONGEST),
                arguments("253 octets and the root", LONGEST + ".", LONGEST, LONGEST),
                arguments("ASCII by LDH: hyphens 3 and 4", "r3---x.net", "r3---x.net", "r3---x.net"),
                arguments("ASCII by LDH: an A-label that is none", "xn--a.example", "xn--a.example", "xn--a.example"),
                arguments("ASCII by LDH: case in an A-label", "XN--FA-HIA.de", "xn--fa-hia.de", "faß.de"),
                arguments("U-label", "bücher.example", "xn--bcher-kva.example", "bücher.example"),
                arguments("U-label in capitals", "BÜCHER.Example", "xn--bcher-kva.example", "bücher.example"),
                arguments("U-label decomposed", "bu\u0308cher.example", "xn--bcher-kva.example", "bücher.example"),
                arguments("U-label and the root", "bücher.example.", "xn--bcher-kva.example", "bücher.example"),
                arguments("non-transitional: sharp s", "straße.example", "xn--strae-oqa.example", "straße.example"),
                arguments("non-transitional: final sigma", "βόλος.com", "xn--nxasmm1c.com", "βόλος.com"),
                arguments("ideographic full stop", "例え。テスト", "xn--r8jz45g.xn--zckzah", "例え.テスト"),
                arguments("wide letters", "ｅｘａｍｐｌｅ.com", "example.com", "example.com"),
                arguments("Kelvin sign", "\u212a.example", "k.example", "k.example"),
                arguments("right to left", "דוגמה.example", "xn--6dbbec0c.example", "דוגמה.example"),
                arguments(
                        "joiner where the script needs it",
                        "نامه\u200cای.com",
                        "xn--mgba3gch31f060k.com",
                        "نامه\u200cای.com"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String reason, String text, String ascii, String unicode) {
        Reading<DomainName> reading = DomainName.read(text);
        assertThat(reading.value()).as(reason).contains(new DomainName(ascii));
        assertThat(reading.findings()).isEmpty();
        DomainName name = DomainName.of(text);
        assertThat(name.unicode()).isEqualTo(unicode);
        assertThat(name.international()).isEqualTo(!ascii.equals(unicode));
        assertThat(name).hasToString(ascii);
        assertThat(DomainName.of(name.unicode())).isEqualTo(name);
    }

    /** Reason, text, what is said. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", "", "name.syntax.empty 1:1+0"),
                arguments("spaces", "  ", "name.syntax.empty 1:1+2"),
                arguments("the root", ".", "name.syntax.empty-label 1:1+1"),
                arguments("space in front", " example.com", "name.syntax.space 1:1+12 → example.com"),
                arguments("space inside", "mail .example.com", "name.syntax.space 1:1+17 → mail.example.com"),
                arguments("as dig prints it", "10 mx.example.com.", "name.syntax.preference 1:1+18 → mx.example.com"),
                arguments("a remark", "mx.example.com # first", "name.syntax.comment 1:1+22 → mx.example.com"),
                arguments(
                        "a remark in parentheses",
                        "mx.example.com (old)",
                        "name.syntax.comment 1:1+20 → mx.example.com"),
                arguments("commas", "a.example, b.example", "name.syntax.list 1:1+20"),
                arguments("several", "a.example b.example", "name.syntax.several 1:1+19"),
                arguments("a space behind a dot, as if two", "mail. example.com", "name.syntax.several 1:1+17"),
                arguments("a comma at the end", "a.example,", "name.syntax.punctuation 1:1+10 → a.example"),
                arguments("only a comma", ",", "name.syntax.character 1:1+1"),
                arguments("a link", "[a.example](https://a.example/x)", "name.syntax.markdown 1:1+32 → a.example"),
                arguments("HTML behind", "a.example<br>", "name.syntax.html 1:1+13 → a.example"),
                arguments("URL", "https://user@a.example:8443/x?y#z", "name.syntax.character 1:1+33"),
                arguments("plain URL", "https://A.example:8443/x?y#z", "name.syntax.url 1:1+28 → a.example"),
                arguments("path", "a.example/", "name.syntax.url 1:1+10 → a.example"),
                arguments("mail address", "me@a.example", "name.syntax.mail-address 1:1+12 → a.example"),
                arguments("quotes", "“a.example”", "name.syntax.quoted 1:1+11 → a.example"),
                arguments("IPv4", "192.0.2.1", "name.address 1:1+9"),
                arguments("IPv4 as a literal", "[192.0.2.1]", "name.address 1:1+11"),
                arguments("IPv4 in wide digits", "１９２.0.2.1", "name.international 1:1+9"),
                arguments("IPv6", "2001:db8::1", "name.address 1:1+11"),
                arguments("IPv6 as a literal", "[IPv6:2001:db8::1]", "name.address 1:1+18"),
                arguments("port", "a.example:25", "name.syntax.port 1:1+12 → a.example"),
                arguments("star", "*.example.com", "name.syntax.wildcard 1:1+13"),
                arguments("underscore", "_dmarc.example.com", "name.syntax.underscore 1:1+18"),
                arguments("two dots", "a..example", "name.syntax.empty-label 1:1+10"),
                arguments("dot in front", ".a.example", "name.syntax.empty-label 1:1+10"),
                arguments("two roots", "a.example..", "name.syntax.empty-label 1:1+11"),
                arguments("another character", "a!b.example", "name.syntax.character 1:1+11"),
                arguments("NUL", "a\u0000b.example", "name.syntax.character 1:1+11"),
                arguments("hyphen in front", "a.-b.example", "name.syntax.hyphen 1:1+12"),
                arguments("hyphen at the end", "b-.example", "name.syntax.hyphen 1:1+10"),
                arguments("label of 64", "a".repeat(64) + ".b", "name.length.label 1:1+66"),
                arguments("254 octets", LONGEST + "f", "name.length.name 1:1+254"),
                arguments("no U-label: hyphen in front", "-ü.example", "name.international 1:1+10"),
                arguments("no U-label: unassigned", "\u0378.example", "name.international 1:1+9"),
                arguments("no U-label: joiner out of place", "a\u200cb.example", "name.international 1:1+11"),
                arguments("no U-label: directions mixed", "aד.example", "name.international 1:1+10"),
                arguments("no U-label: right-to-left override", "a\u202eb.example", "name.international 1:1+11"),
                arguments("no U-label: too long", "ü".repeat(60) + ".example", "name.international 1:1+68"),
                arguments("no U-label: without end", "ü.".repeat(100_000), "name.international 1:1+200000"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String reason, String text, String expected) {
        Reading<DomainName> reading = DomainName.read(text);
        assertThat(reading.value()).as(reason).isEmpty();
        assertThat(Said.lines(reading)).as(reason).isEqualTo(expected);
        assertThatIllegalArgumentException().isThrownBy(() -> DomainName.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "A", "ü", "a_b", "-a", "a-", "a..b", " a"})
    void whatIsNotInLowerCaseALabelsIsNoDomainName(String ascii) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(ascii));
    }

    @Test
    void namesAreOrderedByTheirALabels() {
        assertThat(Stream.of("b.example", "a.example", "a").map(DomainName::of).sorted())
                .extracting(DomainName::ascii)
                .containsExactly("a", "a.example", "b.example");
    }
}
