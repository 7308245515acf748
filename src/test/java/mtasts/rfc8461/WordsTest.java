package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    static Stream<Words> all() {
        return Stream.of(
                        Arrays.<Words>stream(PolicyWords.values()),
                        Arrays.<Words>stream(RecordWords.values()),
                        Arrays.stream(NameFault.values()).flatMap(NameFault::all))
                .flatMap(words -> words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/rfc8461.properties", "/messages/rfc8461_es.properties"})
    void everythingThatCanBeSaidHasItsMessagesAndNoMessageIsIdle(String bundle) throws IOException {
        Set<String> expected = all().flatMap(
                        words -> Stream.of(".what", ".means", ".do").map(part -> "finding." + words.stem() + part))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(messages(bundle).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everythingThatCanBeSaidIsSaidInSomeExample() {
        Stream<String> examples = Stream.of(
                        PolicyReaderTest.said(),
                        MxCoverageTest.said(),
                        DomainNameTest.refused(),
                        MxPatternTest.accepted(),
                        MxPatternTest.refused(),
                        StsRecordReaderTest.accepted(),
                        StsRecordReaderTest.refused(),
                        StsRecordReaderTest.sets())
                .flatMap(table -> table)
                .map(row -> (String) row.get()[row.get().length - 1])
                .flatMap(String::lines)
                .map(line -> line.replaceFirst(" .*", ""));
        assertThat(Stream.concat(examples, Stream.of("policy.size", "policy.encoding.utf-16")))
                .containsAll(all().map(Words::stem).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/rfc8461.properties", "/messages/rfc8461_es.properties"})
    void noMessageHasAnApostropheOrAPatternThatDoesNotParse(String bundle) throws IOException {
        Properties messages = messages(bundle);
        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String message = messages.getProperty(key);
            assertThat(message).doesNotContain("'");
            assertThat(new MessageFormat(message).format(new Object[] {"first", "second"}))
                    .doesNotContain("{", "}");
        });
    }

    private static Properties messages(String bundle) throws IOException {
        Properties messages = new Properties();
        try (var stream = Objects.requireNonNull(WordsTest.class.getResourceAsStream(bundle))) {
            messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
