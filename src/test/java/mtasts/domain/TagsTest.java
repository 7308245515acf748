package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"customer-17 health", "Health,CUSTOMER-17", " health;\r\ncustomer-17,health, "})
    void readsTagsInAnyCaseAndOrder(String text) {
        assertThat(Tags.read(text).values()).containsExactly("customer-17", "health");
        assertThat(Tags.read(text).objections()).isEmpty();
    }

    @Test
    void lowerCasesWithoutRegardToTheServersLanguage() {
        assertThat(Tags.read("INBOX_1.a").values()).containsExactly("inbox_1.a");
    }

    @ParameterizedTest
    @CsvSource({"größe, größe", "a/b, a/b", "<b>, <b>", "İ, i̇"})
    void refusesOtherCharacters(String text, String shown) {
        assertThat(Tags.read(text).objections()).containsExactly(Words.of("domain.tags.form", shown));
    }

    @Test
    void namesAnInvisibleCharacter() {
        assertThat(Tags.read("a\u202Eb").objections())
                .containsExactly(Words.of("web.text.character", "U+202E RIGHT-TO-LEFT OVERRIDE"));
    }

    @Test
    void takesFortyCharactersAndTwentyTags() {
        assertThat(Tags.read("a".repeat(40)).objections()).isEmpty();
        assertThat(Tags.read("a".repeat(41)).objections()).hasSize(1);
        assertThat(Tags.read(tags(20)).objections()).isEmpty();
        assertThat(Tags.read(tags(21)).objections()).containsExactly(Words.of("domain.tags.many", 20));
    }

    @Test
    void readsNoMoreThanTagsCanBe() {
        assertThat(Tags.read("a ".repeat(5_000_000)).objections()).hasSize(1);
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(" "));
    }
}
