package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "two\nlines\tand a tab",
                "two\r\nlines",
                "Größe, 日本語, שלום, 😀",
                "<b>\"&'</b>",
                "a\u200Db"
            })
    void takesAnyLanguageAndAnyMark(String text) {
        assertThat(FreeText.objection(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, NULL",
        "0007, BEL",
        "001B, ESCAPE",
        "007F, DELETE",
        "0085, NEXT LINE (NEL)",
        "061C, ARABIC LETTER MARK",
        "200F, RIGHT-TO-LEFT MARK",
        "2028, LINE SEPARATOR",
        "202E, RIGHT-TO-LEFT OVERRIDE",
        "2066, LEFT-TO-RIGHT ISOLATE",
    })
    void refusesByNameWhatCannotBeSeenOrTurnsTextAbout(String number, String name) {
        var text = "before" + Character.toString(Integer.parseInt(number, 16)) + "after";

        assertThat(FreeText.objection(text)).contains(Words.of("web.text.character", "U+" + number + " " + name));
        assertThat(FreeText.shown(text)).isEqualTo("beforeU+" + number + " " + name + "after");
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(FreeText.objection("a\uD83D"))
                .contains(Words.of("web.text.character", "U+D83D HIGH SURROGATES D83D"));
    }

    @Test
    void countsCharactersAndOneForALineEnd() {
        assertThat(FreeText.objection("😀".repeat(FreeText.LONGEST))).isEmpty();
        assertThat(FreeText.objection("a\r\n".repeat(FreeText.LONGEST / 2 - 1) + "ab"))
                .isEmpty();
        assertThat(FreeText.objection("a".repeat(FreeText.LONGEST + 1)))
                .contains(Words.of("web.text.long", FreeText.LONGEST + 1, FreeText.LONGEST));
    }

    @Test
    void oneLineHasNoLineEnd() {
        assertThat(FreeText.objectionToLine("one line", 8)).isEmpty();
        assertThat(FreeText.objectionToLine("one\nline", 8))
                .contains(Words.of("web.text.character", "U+000A LINE FEED (LF)"));
    }

    @Test
    void keepsLinesEndedByLineFeedsAndNothingAroundTheWhole() {
        assertThat(FreeText.kept(" \r\none\r\ntwo\rthree\n ")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void showsTheBeginningOfALongText() {
        assertThat(FreeText.shown("ab".repeat(5_000_000))).isEqualTo("ab".repeat(40) + "…");
    }
}
