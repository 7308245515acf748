package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"three blue bicycles", "aaaaaaaaaaab c", "            x y", "пароль длинный"})
    void whatIsLongEnoughIsGoodEnough(String password) {
        assertThat(passwords.objection(password, "ada@example.net", "Ada")).isEmpty();
    }

    @Test
    void aThousandCharactersAreNotTooLong() {
        assertThat(passwords.objection("ab c".repeat(250), "ada@example.net", "Ada"))
                .isEmpty();
        assertThat(passwords.objection("ab c".repeat(250) + "d", "ada@example.net", "Ada"))
                .map(Words::key)
                .hasValue("account.password.long");
    }

    @ParameterizedTest
    @CsvSource({
        "'', account.password.short",
        "elevenchars, account.password.short",
        "Ada@Example.net, account.password.own",
        "' Augusta Ada King ', account.password.own",
        "Password1234, account.password.common",
        "administrator, account.password.common",
        "111111111111, account.password.common",
        "121212121212, account.password.common",
        "correct horse battery staple, account.password.common"
    })
    void whatEverybodyTriesFirstIsRefused(String password, String reason) {
        assertThat(passwords.objection(password, "ada@example.net", "Augusta Ada King"))
                .map(Words::key)
                .hasValue(reason);
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(passwords.objection("🚲".repeat(11), "a@b", "Ada"))
                .map(Words::arguments)
                .hasValueSatisfying(arguments -> assertThat(arguments).startsWith(11));
    }

    @Test
    void aHashIsArgon2idAndSaysHowItWasMade() {
        var hash = passwords.hash("three blue bicycles");
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("three blue bicycles", hash)).isTrue();
        assertThat(passwords.matches("three blue bicycles ", hash)).isFalse();
        assertThat(passwords.isWeak(hash)).isFalse();
        assertThat(passwords.hash("three blue bicycles")).isNotEqualTo(hash);
    }

    @Test
    void anAccentIsTheSameFromAnyKeyboard() {
        assertThat(passwords.matches("tres bicis azúl", passwords.hash("tres bicis azu\u0301l")))
                .isTrue();
    }

    @Test
    void whereThereIsNoHashOneOfTheSameCostIsComputedAndNothingMatches() {
        assertThat(passwords.matches("three blue bicycles", null)).isFalse();
        assertThat(passwords.isWeak(Passwords.NOBODYS)).isFalse();
    }

    @Test
    void whatIsFarTooLongIsNotHashedAtAll() {
        var endless = "x".repeat(3_000);
        assertThat(passwords.matches(endless, passwords.hash("three blue bicycles")))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash(endless));
    }
}
