package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody would write. */
class MutationTest {

    private static final int SEED = 8461;
    private static final int MUTATIONS = 400;

    /** How often a character may be looked at, on average. */
    private static final int LOOKS = 24;

    private static final List<DomainName> HOSTS = Stream.of("mx.example.net", "a.b.example.org", "mail.example.com")
            .map(DomainName::of)
            .toList();

    @Test
    void aMutatedPolicyIsReadAsTheGrammarHasItInLinearTimeAndInInputOrder() {
        List<String> policies = Vectors.rows("policies.jsonl").stream()
                .map(row -> row.path("input").asString("version: STSv1\nmode: none\nmax_age: 1"))
                .filter(policy -> policy.length() < 4_000)
                .toList();
        Mutator mutator = new Mutator(new Random(SEED), policies);
        for (String policy : policies) {
            for (int i = 0; i < MUTATIONS; i++) {
                String text = mutator.mutated(policy);
                CountedText counted = new CountedText(text);
                Reading<Policy> reading = PolicyReader.read(counted, HOSTS);
                assertThat(reading.value()).as(text).isEqualTo(Grammar.policy(text));
                assertThat(counted.looks()).as(text).isLessThanOrEqualTo(LOOKS * (long) text.length());
                assertSound(text, reading);
            }
        }
    }

    @Test
    void aMutatedRecordIsReadAsTheGrammarHasItInLinearTimeAndInInputOrder() {
        List<String> records = Vectors.rows("txt_records.jsonl").stream()
                .map(row -> row.path("input").asString("v=STSv1; id=1"))
                .toList();
        Mutator mutator = new Mutator(new Random(SEED), records);
        for (String record : records) {
            for (int i = 0; i < MUTATIONS; i++) {
                String text = mutator.mutated(record);
                CountedText counted = new CountedText(text);
                Reading<StsRecord> reading = StsRecordReader.read(counted);
                assertThat(reading.value().map(read -> read.id().text()))
                        .as(text)
                        .isEqualTo(Grammar.id(text));
                assertThat(counted.looks()).as(text).isLessThanOrEqualTo(LOOKS * (long) text.length() + LOOKS);
                assertSound(text, reading);
                assertThat(StsRecordReader.readSet(List.of(List.of(text), List.of(record))))
                        .isNotNull();
            }
        }
    }

    private static void assertSound(String text, Reading<?> reading) {
        List<Finding> findings = reading.findings();
        assertThat(findings.stream().anyMatch(finding -> finding.severity() == Severity.INVALID))
                .as(text)
                .isEqualTo(reading.value().isEmpty());
        assertThat(findings).extracting(Finding::place).as(text).isSorted();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.words()).startsWith(finding.code().text());
            assertThat(finding.arguments())
                    .allSatisfy(argument -> assertThat(argument)
                            .hasSizeLessThan(100)
                            .doesNotContain("\n", "\r", "\u0000", "\u202e", "\u2028"));
        });
    }

    @Test
    void aMutatedPolicyMendedByItsRemediesEndsAsAPolicyOrWithoutRemedies() {
        String policy = Policy.write("testing", List.of("mx1.example.net", "*.example.org"), "604800");
        Mutator mutator = new Mutator(new Random(SEED), List.of(policy));
        for (int i = 0; i < 4_000; i++) {
            String text = mutator.mutated(policy);
            for (int round = 0; round < 100; round++) {
                String mended = mended(text);
                if (mended.equals(text)) {
                    break;
                }
                text = mended;
            }
            assertThat(PolicyReader.read(text).findings())
                    .noneMatch(finding -> finding.remedy().isPresent());
        }
    }

    private static String mended(String text) {
        for (Finding finding : PolicyReader.read(text).findings()) {
            if (finding.remedy().isPresent()) {
                int start = start(text, finding.place());
                return text.substring(0, start)
                        + finding.remedy().get()
                        + text.substring(start + finding.place().length());
            }
        }
        return text;
    }

    private static int start(String text, Place place) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            while (text.charAt(start) != '\n' && text.charAt(start) != '\r') {
                start++;
            }
            boolean doubled = text.startsWith("\r\r\n", start);
            start += doubled ? 3 : text.startsWith("\r\n", start) ? 2 : 1;
        }
        return start + place.column() - 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                " \r",
                "\r\r\n",
                "\0",
                "a",
                "a\n",
                "a:\n",
                "a:b\n",
                "mx:_\n",
                "mx:a,",
                "mx: a.b\n",
                "mx: *.a.b\n",
                "mode\t\t",
                "mode \u2028",
                "mode:x mode:",
                "<\n",
                "ü",
                "mx:ü\n",
                "mx:[",
                "](",
                "max_age:1,111",
                ",111",
                ":",
                "\uD800",
                "mx: xn--a\n",
                "mx: an.b\nmx: c0.b\n",
                ";",
                "; ",
                "v=STSv1;",
                "=",
                "\uFEFF",
                "mx: *.com\n",
                ".",
                "-",
                "*."
            })
    void workGrowsWithTheTextAlone(String part) {
        long small = looks(part, 32_768);
        long large = looks(part, 65_536);
        assertThat(large).isLessThanOrEqualTo(LOOKS * 65_536L);
        assertThat(large).isLessThanOrEqualTo(small * 2 + LOOKS * 10);
    }

    private static long looks(String part, int length) {
        CountedText text = new CountedText(part.repeat(length / part.length()));
        PolicyReader.read(text, HOSTS);
        return text.looks();
    }

    /** Changes a few characters at a time, mostly to ones that mean something. */
    private record Mutator(Random random, List<String> others) {

        private static final List<String> PARTS = List.of(
                "\r",
                "\n",
                "\r\n",
                "\t",
                " ",
                "\0",
                "\u007f",
                "\u0085",
                "\u00a0",
                "\u200b",
                "\u202e",
                "\u2028",
                "\uFEFF",
                "ü",
                "😀",
                "\uD800",
                "\uDC80",
                ":",
                ";",
                ",",
                ".",
                "*",
                "*.",
                "-",
                "_",
                "=",
                "/",
                "@",
                "<",
                "#",
                "0",
                "9",
                "a",
                "Z",
                "mx",
                "mx: ",
                "mode: none",
                "version: STSv1",
                "max_age: 1",
                "id=",
                "v=STSv1",
                "xn--",
                "\"",
                "\\n");

        String mutated(String text) {
            String mutated = text;
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                mutated = change().apply(mutated);
            }
            return mutated;
        }

        private UnaryOperator<String> change() {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            return switch (random.nextInt(6)) {
                case 0 -> text -> splice(text, 0, part);
                case 1 -> text -> splice(text, 1, part);
                case 2 -> text -> splice(text, random.nextInt(4), "");
                case 3 -> text -> splice(text, 0, part.repeat(1 + random.nextInt(70)));
                case 4 -> text -> text.substring(0, random.nextInt(text.length() + 1));
                default -> text -> half(text) + half(others.get(random.nextInt(others.size())));
            };
        }

        private String splice(String text, int remove, String insert) {
            int from = random.nextInt(text.length() + 1);
            return text.substring(0, from) + insert + text.substring(Math.min(text.length(), from + remove));
        }

        private String half(String text) {
            int middle = random.nextInt(text.length() + 1);
            return random.nextBoolean() ? text.substring(0, middle) : text.substring(middle);
        }
    }
}
