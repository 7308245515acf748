package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may be called, and sign in with. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.net, ada@example.net",
        "' Ada.Lovelace+sts@EXAMPLE.net ', ada.lovelace+sts@example.net",
        "root@localhost, root@localhost",
        "a@xn--mller-kva.example, a@xn--mller-kva.example",
        "o'hara@example.net, o'hara@example.net"
    })
    void mailAddressesThatAreTaken(String typed, String read) {
        assertThat(MailAddress.read(typed)).hasValue(new MailAddress(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.net",
                "ada@",
                "ada@@example.net",
                "ada@example..net",
                "ada@-example.net",
                "ada@example.net.",
                "ada lovelace@example.net",
                "Ada <ada@example.net>",
                "ada@example.net\u0000",
                "ada@example.net\nbcc:eve@example.net",
                "\u0430da@example.net",
                "ada@müller.example",
                "\"ada\"@example.net",
                "ada@[192.0.2.1]"
            })
    void mailAddressesThatAreNot(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    @Test
    void aMailAddressHasAtMost254Characters() {
        var domain = "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60);
        assertThat(MailAddress.read("a".repeat(64) + "@" + domain + ".eeeeee")).isPresent();
        assertThat(MailAddress.read("a".repeat(64) + "@" + domain + ".eeeeeee")).isEmpty();
        assertThat(MailAddress.read("x".repeat(10_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "O’Hara, Æthelred (Ops)", "نازنین\u200cزهرا", "李小龍", "👩\u200d🚀 Ada", "<b>Ada</b>"})
    void namesThatAreTaken(String typed) {
        assertThat(DisplayName.read(" " + typed + " ")).isEqualTo(new DisplayName.Reading.Name(new DisplayName(typed)));
    }

    @Test
    void aNameIsComposed() {
        assertThat(DisplayName.read("Jose\u0301")).isEqualTo(new DisplayName.Reading.Name(new DisplayName("José")));
    }

    @Test
    void aHiddenCharacterIsNamed() {
        assertThat(DisplayName.read("a\u202eb"))
                .isInstanceOfSatisfying(
                        DisplayName.Reading.Refused.class,
                        refused -> assertThat(refused.words().arguments())
                                .isEqualTo(List.of("U+202E", "RIGHT-TO-LEFT OVERRIDE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\u0000b",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\u200eb",
                "a\ufeffb",
                "a\ud800b",
                "a\ue000b"
            })
    void namesThatAreNot(String typed) {
        assertThat(DisplayName.read(typed)).isInstanceOf(DisplayName.Reading.Refused.class);
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThat(DisplayName.read("x".repeat(100))).isInstanceOf(DisplayName.Reading.Name.class);
        assertThat(DisplayName.read("x".repeat(101))).isInstanceOf(DisplayName.Reading.Refused.class);
        assertThat(DisplayName.read("x".repeat(10_000_000))).isInstanceOf(DisplayName.Reading.Refused.class);
    }
}
