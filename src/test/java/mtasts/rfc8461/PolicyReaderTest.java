package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {

    private static final String FINE = "version: STSv1\r\nmode: testing\r\nmx: mx.example.net\r\nmax_age: 604800\r\n";

    /** Reason, text, mode, patterns, max_age. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("as we write it", FINE, "testing", "mx.example.net", 604_800),
                arguments("LF for CRLF (erratum 6253)", FINE.replace("\r", ""), "testing", "mx.example.net", 604_800),
                arguments("LF and CRLF mixed", FINE.replaceFirst("\r", ""), "testing", "mx.example.net", 604_800),
                arguments("no last line end", FINE.strip(), "testing", "mx.example.net", 604_800),
                arguments("no space after the colon", FINE.replace(" ", ""), "testing", "mx.example.net", 604_800),
                arguments("tabs after the colon", FINE.replace(" ", "\t\t "), "testing", "mx.example.net", 604_800),
                arguments("space at line ends", FINE.replace("\r", " \t\r"), "testing", "mx.example.net", 604_800),
                arguments("space after the last line", FINE.strip() + " ", "testing", "mx.example.net", 604_800),
                arguments("max_age 0", fine("604800", "0"), "testing", "mx.example.net", 0),
                arguments("max_age of a year", fine("604800", "31557600"), "testing", "mx.example.net", 31_557_600),
                arguments("leading zeros", fine("604800", "0000604800"), "testing", "mx.example.net", 604_800),
                arguments("case in a name", fine("mx.ex", "MX.Ex"), "testing", "mx.example.net", 604_800),
                arguments("a label alone", fine("mx.example.net", "mx"), "testing", "mx", 604_800),
                arguments("a wildcard", fine("mx.example", "*.example"), "testing", "*.example.net", 604_800),
                arguments("two hyphens", fine("mx.ex", "r3---x.ex"), "testing", "r3---x.example.net", 604_800),
                arguments(
                        "an A-label",
                        fine("mx.ex", "xn--bcher-kva.ex"),
                        "testing",
                        "xn--bcher-kva.example.net",
                        604_800),
                arguments("digits in front", fine("mx.ex", "1.ex"), "testing", "1.example.net", 604_800),
                arguments("none without mx", "version:STSv1\nmode:none\nmax_age:1", "none", "", 1),
                arguments("none with mx", fine("testing", "none"), "none", "mx.example.net", 604_800),
                arguments("version last", "mode:none\nmax_age:1\nversion:STSv1", "none", "", 1),
                arguments(
                        "an unknown field",
                        FINE + "note: a, b: ü\u2028\u0085 😀\r\n",
                        "testing",
                        "mx.example.net",
                        604_800),
                arguments(
                        "a name of 32",
                        FINE + "x._-4567890123456789012345678901:y",
                        "testing",
                        "mx.example.net",
                        604_800),
                arguments("an address as mx", fine("mx.example.net", "192.0.2.1"), "testing", "192.0.2.1", 604_800),
                arguments("mode twice", FINE + "mode: enforce\n", "testing", "mx.example.net", 604_800),
                arguments("max_age twice, then garbage", FINE + "max_age: x\n", "testing", "mx.example.net", 604_800),
                arguments(
                        "version twice, then another", FINE + "version: STSv2\n", "testing", "mx.example.net", 604_800),
                arguments("mx twice", FINE + "mx: b.example\n", "testing", "mx.example.net b.example", 604_800),
                arguments(
                        "label of 63",
                        fine("mx.", "a".repeat(63) + "."),
                        "testing",
                        "a".repeat(63) + ".example.net",
                        604_800));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String reason, String text, String mode, String mx, long maxAge) {
        Reading<Policy> reading = PolicyReader.read(text);
        List<MxPattern> patterns = mx.isEmpty()
                ? List.of()
                : Stream.of(mx.split(" ")).map(PolicyReaderTest::pattern).toList();
        assertThat(reading.value())
                .as(reason + ": " + reading.findings())
                .contains(new Policy(Mode.of(mode).orElseThrow(), patterns, new MaxAge(maxAge)));
        assertThat(PolicyReader.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(reading);
    }

    private static MxPattern pattern(String text) {
        return MxPattern.of(text);
    }

    /** Reason, text, everything said. */
    static Stream<Arguments> said() {
        return Stream.of(
                arguments("nothing to say", FINE, ""),
                // octets
                arguments("byte order mark", "\uFEFF" + FINE, "policy.encoding.byte-order-mark 1:1+1 → "),
                arguments("octets of Latin-1", FINE + "note: caf\uDCE9\n", "policy.encoding.octet 5:10+1"),
                arguments("a control", fine("mx.ex", "m\u0000.ex"), "policy.encoding.control 3:6+1"),
                arguments(
                        "controls where only a value is",
                        FINE + "note: a\u007fb\u0001\n",
                        "policy.encoding.control 5:8+1\npolicy.encoding.control 5:10+1"),
                arguments("a tab in a value", FINE + "note: a\tb\n", "policy.encoding.tab 5:8+1"),
                arguments("a control in what is no field", FINE + "\u0001\n", "policy.encoding.control 5:1+1"),
                // lines
                arguments(
                        "blank lines",
                        FINE.replaceFirst("\r\n", "\r\n\r\n") + " \n",
                        "policy.line.blank 2:1+0\npolicy.line.blank 6:1+1"),
                arguments("blank line in front", "\n" + FINE, "policy.line.blank 1:1+0"),
                arguments("bare CR", FINE.replaceFirst("\r\n", "\r"), "policy.line.carriage-return 1:15+1"),
                arguments("CR CR LF", FINE.replaceFirst("\r\n", "\r\r\n"), "policy.line.carriage-return 1:15+1"),
                arguments("CR at the end", FINE.strip() + "\r", "policy.line.carriage-return 4:16+1"),
                arguments("leading space", fine("mode", " \tmode"), "policy.line.leading-space 2:1+2 → "),
                arguments("space before the colon", fine("mode:", "mode :"), "policy.line.space-before-colon 2:5+1 → "),
                arguments(
                        "no colon",
                        fine("mode: ", "mode "),
                        "policy.line.no-colon 2:1+12 → mode: testing\npolicy.mode.missing"),
                arguments(
                        "wide colon",
                        fine("mode: ", "mode："),
                        "policy.line.no-colon 2:1+12 → mode: testing\npolicy.mode.missing"),
                arguments(
                        "equals sign",
                        fine("mode: ", "mode = "),
                        "policy.line.equals-sign 2:1+14 → mode: testing\npolicy.mode.missing"),
                arguments("a bad name", FINE + "_note: x", "policy.line.field-name 5:1+5"),
                arguments("a name in letters beyond ASCII", FINE + "café: x", "policy.line.field-name 5:1+4"),
                arguments(
                        "a space in a name",
                        fine("max_age", "Max age"),
                        "policy.line.field-name-near 4:1+7 → max_age\npolicy.max-age.missing"),
                arguments("a long name", FINE + "a".repeat(33) + ": x", "policy.line.field-name-long 5:1+33"),
                arguments("no value", FINE + "note:\n", "policy.line.no-value 5:1+5"),
                arguments("no mode", fine("testing", ""), "policy.line.no-value 2:1+5"),
                arguments("no second mode", FINE + "mode: \n", "policy.duplicate 5:1+5\npolicy.line.no-value 5:1+5"),
                arguments(
                        "one line",
                        FINE.strip().replace("\r\n", " "),
                        "policy.line.joined 1:1+63\npolicy.mode.missing\npolicy.mx.missing\npolicy.max-age.missing"),
                arguments(
                        "line ends of a program text",
                        fine("testing\r\nmx", "testing\\nmx"),
                        "policy.line.joined 2:1+33\npolicy.mx.missing"),
                arguments("HTML", FINE + "<br>", "policy.line.html 5:1+4"),
                arguments(
                        "Markdown",
                        FINE + "```\n- mode: none\n* a\n> b\n1. c\n**d**",
                        "policy.line.markdown 5:1+3\n"
                                + "policy.line.markdown 6:1+12\n"
                                + "policy.line.markdown 7:1+3\n"
                                + "policy.line.markdown 8:1+3\n"
                                + "policy.line.markdown 9:1+4\n"
                                + "policy.line.markdown 10:1+5"),
                arguments(
                        "comments",
                        FINE + "# a\n// b\n;c",
                        "policy.line.comment 5:1+3\npolicy.line.comment 6:1+4\npolicy.line.comment 7:1+2"),
                arguments("JSON", FINE + "\"mode\": \"testing\"", "policy.line.quoted 5:1+17"),
                arguments("the record", FINE + "v=STSv1; id=1", "policy.line.record 5:1+13"),
                arguments("prose", FINE + "hello", "policy.line.no-field 5:1+5"),
                // version
                arguments(
                        "nothing at all",
                        "",
                        "policy.version.missing\npolicy.mode.missing\npolicy.mx.missing\npolicy.max-age.missing"),
                arguments("another version", fine("STSv1", "stsv1"), "policy.version.value 1:10+5 → STSv1"),
                arguments(
                        "version second",
                        "mode: none\nversion: STSv1\nmax_age: 86400\nmx: a.example",
                        "policy.version.first 2:1+14"),
                // mode
                arguments("case of the mode", fine("testing", "Testing"), "policy.mode.near 2:7+7 → testing"),
                arguments(
                        "a slip in the mode", fine("testing", "enforced"), "policy.mode.near-enforce 2:7+8 → enforce"),
                arguments("case of the strictest mode", fine("testing", "Enforce"), "policy.mode.near 2:7+7 → enforce"),
                arguments("quotes around the mode", fine("testing", "`none`"), "policy.mode.near 2:7+6 → none"),
                arguments(
                        "a remark behind the mode",
                        fine("testing", "testing # yet"),
                        "policy.mode.near 2:7+13 → testing"),
                arguments("HTML behind the mode", fine("testing", "testing<br>"), "policy.mode.near 2:7+11 → testing"),
                arguments("another mode", fine("testing", "report"), "policy.mode.value 2:7+6"),
                // max_age
                arguments("a word for max_age", fine("604800", "soon"), "policy.max-age.value 4:10+4"),
                arguments("negative", fine("604800", "-1"), "policy.max-age.value 4:10+2"),
                arguments("unit", fine("604800", "7d"), "policy.max-age.unit 4:10+2 → 604800"),
                arguments("unit in words", fine("604800", "2 weeks"), "policy.max-age.unit 4:10+7 → 1209600"),
                arguments("a month has no length", fine("604800", "1 month"), "policy.max-age.value 4:10+7"),
                arguments("too many days", fine("604800", "400 days"), "policy.max-age.over 4:10+8 → 31557600"),
                arguments("separators", fine("604800", "604,800"), "policy.max-age.separator 4:10+7 → 604800"),
                arguments(
                        "quotes around max_age", fine("604800", "\"604800\""), "policy.max-age.quoted 4:10+8 → 604800"),
                arguments(
                        "a remark behind max_age",
                        fine("604800", "604800 (a week)"),
                        "policy.max-age.remark 4:10+15 → 604800"),
                arguments(
                        "HTML behind max_age", fine("604800", "604800</p>"), "policy.max-age.remark 4:10+10 → 604800"),
                arguments(
                        "separators without end",
                        fine("604800", "1" + ",111".repeat(10_000)),
                        "policy.max-age.value 4:10+40001"),
                arguments("eleven digits", fine("604800", "00000604800"), "policy.max-age.digits 4:10+11 → 604800"),
                arguments("over a year", fine("604800", "31557601"), "policy.max-age.over 4:10+8 → 31557600"),
                arguments("no end of digits", fine("604800", "9".repeat(99)), "policy.max-age.over 4:10+99 → 31557600"),
                arguments(
                        "Google ignores it",
                        fine("604800", "3600"),
                        "policy.max-age.google 4:10+4\npolicy.max-age.testing.short 4:10+4"),
                arguments("a second short of a week", fine("604800", "604799"), "policy.max-age.testing.short 4:10+6"),
                arguments("two weeks in testing", fine("604800", "1209600"), ""),
                arguments("more in testing", fine("604800", "1209601"), "policy.max-age.testing.long 4:10+7"),
                arguments("short in enforce", enforce("1209599"), "policy.max-age.enforce 4:10+7"),
                arguments("two weeks in enforce", enforce("1209600"), ""),
                arguments("90 days in enforce", enforce("7776000"), ""),
                arguments("more in enforce", enforce("7776001"), "policy.max-age.long 4:10+7"),
                arguments("a day in none", "version: STSv1\nmode: none\nmx: a.example\nmax_age: 86400", ""),
                arguments(
                        "max_age first",
                        "version: STSv1\nmax_age: 60\nmx: a.example,\nmode: enforce",
                        "policy.max-age.google 2:10+2\n"
                                + "policy.max-age.enforce 2:10+2\n"
                                + "policy.mx.syntax.punctuation 3:5+10 → a.example"),
                // mx and fields as a whole
                arguments("no mx", "version: STSv1\nmode: enforce\nmax_age: 1209600", "policy.mx.missing"),
                arguments("no mx in none", "version: STSv1\nmode: none\nmax_age: 86400", "policy.mx.missing.none"),
                arguments("the same mx", FINE + "mx: MX.example.net\n", "policy.mx.duplicate 5:5+14"),
                arguments("mode again", FINE + "mode: testing\n", "policy.duplicate 5:1+13"),
                arguments("unknown", FINE + "x-note: a\n", "policy.unknown 5:1+6"),
                arguments(
                        "typo before what is missing",
                        fine("mx:", "nmx:"),
                        "policy.unknown.near 3:1+3 → mx\npolicy.mx.missing"),
                arguments(
                        "typo in case", fine("mode", "Mode"), "policy.unknown.near 2:1+4 → mode\npolicy.mode.missing"),
                arguments(
                        "hyphen for underscore",
                        fine("max_age", "max-age"),
                        "policy.unknown.near 4:1+7 → max_age\npolicy.max-age.missing"),
                arguments(
                        "no underscore",
                        fine("max_age", "MaxAge"),
                        "policy.unknown.near 4:1+6 → max_age\npolicy.max-age.missing"),
                arguments(
                        "letters swapped",
                        fine("mode", "moed"),
                        "policy.unknown.near 2:1+4 → mode\npolicy.mode.missing"),
                arguments("two edits are no typo", FINE + "modest: a", "policy.unknown 5:1+6"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void said(String reason, String text, String expected) {
        assertThat(Said.lines(PolicyReader.read(text))).as(reason).isEqualTo(expected);
    }

    private static String fine(String part, String instead) {
        return FINE.replace(part, instead);
    }

    private static String enforce(String maxAge) {
        return fine("testing", "enforce").replace("604800", maxAge);
    }

    @Test
    void octetsThatAreNoUtf8AreToldOneByOne() {
        byte[] latin1 = (FINE + "note: é£\n").getBytes(StandardCharsets.ISO_8859_1);
        Reading<Policy> reading = PolicyReader.read(latin1);
        assertThat(Said.in(reading)).containsExactly("policy.encoding.octet 5:7+1", "policy.encoding.octet 5:8+1");
        assertThat(reading.findings().getFirst().arguments()).containsExactly("0xE9");
    }

    @Test
    void aReplacementCharacterThatIsReallyThereIsGrammatical() {
        assertThat(PolicyReader.read((FINE + "note: \uFFFD\n").getBytes(StandardCharsets.UTF_8))
                        .value())
                .isPresent();
    }

    @Test
    void utf16IsRecognisedAndTheRestIsStillJudged() {
        byte[] utf16 = FINE.replace("testing", "test").getBytes(StandardCharsets.UTF_16);
        assertThat(Said.in(PolicyReader.read(utf16)))
                .containsExactly("policy.encoding.utf-16 1:1+0", "policy.mode.value 2:7+4");
    }

    @Test
    void aPolicyEndsAt64KilobytesOfOctets() {
        String note = "note: ";
        String full = FINE + note + "a".repeat(Policy.LONGEST - FINE.length() - note.length());
        assertThat(PolicyReader.read(full).value()).isPresent();
        assertThat(Said.in(PolicyReader.read(full + "a"))).containsExactly("policy.size");
        assertThat(Said.in(PolicyReader.read((full + "a").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("policy.size");
        String accents = FINE + note + "é".repeat((Policy.LONGEST - FINE.length() - note.length()) / 2 + 1);
        assertThat(PolicyReader.read(accents).findings().getFirst().arguments())
                .containsExactly(Integer.toString(accents.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void aRefusalSaysWhatASenderStumblesOver() {
        assertThat(PolicyReader.read(FINE + "mode: none\nmx: a.example.\n# b\n"))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.because().words()).isEqualTo("policy.mx.syntax.trailing-dot"));
    }

    @Test
    void anArgumentIsShortAndHasNothingInvisibleInIt() {
        String hostile = "\u202e" + "<script>".repeat(1000);
        Finding finding = PolicyReader.read(FINE + hostile).findings().getFirst();
        assertThat(finding.arguments())
                .allSatisfy(argument ->
                        assertThat(argument).startsWith("U+202E<script>").hasSizeLessThan(100));
    }
}
