package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final Policy POLICY = new Policy(
            Mode.ENFORCE, List.of(MxPattern.of("mx1.example.net"), MxPattern.of("*.Example.org")), MaxAge.TWO_WEEKS);

    @Test
    void aPolicyIsWrittenAsEverySenderTakesIt() {
        assertThat(POLICY.text())
                .isEqualTo("version: STSv1\r\n"
                        + "mode: enforce\r\n"
                        + "mx: mx1.example.net\r\n"
                        + "mx: *.example.org\r\n"
                        + "max_age: 1209600\r\n");
    }

    @Test
    void whatIsWrittenIsReadAndNothingIsSaidOfItsForm() {
        Random random = new Random(8461);
        for (int i = 0; i < 1_000; i++) {
            Policy policy = new Policy(
                    Mode.values()[random.nextInt(3)],
                    Stream.generate(() -> pattern(random))
                            .limit(1 + random.nextInt(9))
                            .toList(),
                    new MaxAge(random.nextLong(31_557_601)));
            Reading<Policy> reading = PolicyReader.read(policy.text());
            assertThat(reading.value()).contains(policy);
            assertThat(reading.findings())
                    .allSatisfy(finding -> assertThat(finding.code())
                            .isIn(
                                    PolicyCode.MX_DUPLICATE,
                                    PolicyCode.MX_BROAD,
                                    PolicyCode.MAX_AGE_GOOGLE,
                                    PolicyCode.MAX_AGE_TESTING,
                                    PolicyCode.MAX_AGE_ENFORCE,
                                    PolicyCode.MAX_AGE_LONG));
        }
    }

    private static MxPattern pattern(Random random) {
        String name = Stream.generate(() -> List.of("a", "mx-1", "xn--bcher-kva", "example", "net", "0")
                        .get(random.nextInt(6)))
                .limit(1 + random.nextInt(3))
                .reduce("com", (rest, label) -> label + "." + rest);
        return new MxPattern(random.nextBoolean(), new DomainName(name));
    }

    @Test
    void fieldsAsTypedAreWrittenInTheSameLayout() {
        assertThat(Policy.write("enforce", List.of("mx1.example.net", "*.example.org"), "1209600"))
                .isEqualTo(POLICY.text());
        assertThat(Policy.write(" testing\n", List.of("a\r\nmode: none", "", "ü\u2028\u0000b"), ""))
                .isEqualTo("version: STSv1\r\nmode: testing\r\nmx: a  mode: none\r\nmx:\r\nmx: ü  b\r\nmax_age:\r\n");
    }

    @Test
    void aFieldAsTypedStaysOneLineWhateverIsInIt() {
        String typed = "a\nb\rc\u0085d\u2029e\u000bf";
        assertThat(Policy.write(typed, List.of(typed, typed), typed).split("\r\n"))
                .hasSize(5);
        assertThat(PolicyReader.read(Policy.write("testing", List.of("a.example\nb.example"), "604800"))
                        .findings())
                .extracting(Finding::words)
                .containsExactly("policy.mx.syntax.several");
    }

    @Test
    void aPolicyWithoutHostsIsOneOnlyInModeNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(Mode.TESTING, List.of(), MaxAge.WEEK));
        assertThat(new Policy(Mode.NONE, List.of(), MaxAge.DAY).text())
                .isEqualTo("version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n");
    }

    @Test
    void aHostIsPermittedWhenOnePatternCoversIt() {
        assertThat(POLICY.permits(DomainName.of("MX1.example.net"))).isTrue();
        assertThat(POLICY.permits(DomainName.of("a.example.org"))).isTrue();
        assertThat(POLICY.permits(DomainName.of("example.org"))).isFalse();
        assertThat(POLICY.permits(DomainName.of("mx2.example.net"))).isFalse();
    }

    @Test
    void thePolicyOfADomainHasOneAddress() {
        DomainName domain = DomainName.of("Bücher.example");
        assertThat(Policy.policyHost(domain)).isEqualTo("mta-sts.xn--bcher-kva.example");
        assertThat(Policy.location(domain))
                .isEqualTo(URI.create("https://mta-sts.xn--bcher-kva.example/.well-known/mta-sts.txt"));
    }

    @Test
    void anIdTellsTheSecondAndTheText() {
        Instant instant = Instant.parse("2026-03-12T14:05:30.999Z");
        PolicyId id = PolicyId.of(instant, POLICY.text());
        assertThat(id.text()).matches("20260312140530[0-9a-z]{4}");
        assertThat(PolicyId.of(instant, POLICY.text())).isEqualTo(id);
        assertThat(PolicyId.of(instant, POLICY.text() + " ")).isNotEqualTo(id);
        assertThat(PolicyId.of(instant.plusSeconds(1), POLICY.text())).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "é", "a b", "123456789012345678901234567890123"})
    void whatIsNot1To32LettersAndDigitsIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyId(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 31_557_601, Long.MIN_VALUE, Long.MAX_VALUE})
    void maxAgeIsAYearAtMost(long seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxAge(seconds));
    }

    @Test
    void everyCodeLinksToItsSection() {
        assertThat(PolicyCode.MX_DEPTH.link()).hasToString("https://www.rfc-editor.org/rfc/rfc8461#section-4.1");
        assertThat(Stream.of(PolicyCode.values(), RecordCode.values(), NameCode.values())
                        .flatMap(Stream::of))
                .extracting(code -> ((Code) code).link().toString())
                .allMatch(link -> link.matches("https://www\\.rfc-editor\\.org/rfc/rfc\\d{4}#section-[\\d.]+\\d"));
    }

    @Test
    void whatHasNoPlaceComesLast() {
        assertThat(Stream.of(Place.NONE, new Place(2, 1, 0), new Place(1, 5, 0), new Place(1, 1, 9))
                        .sorted())
                .containsExactly(new Place(1, 1, 9), new Place(1, 5, 0), new Place(2, 1, 0), Place.NONE);
    }
}
