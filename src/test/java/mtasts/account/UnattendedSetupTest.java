package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** An installation sets itself up where nobody sits at a browser, and only once. */
class UnattendedSetupTest extends WithPeople {

    private static final String PASSWORD = "three blue bicycles";
    private static final String TOKEN = "a-token-of-at-least-32-characters-0123";

    @Autowired
    FirstAccount firstAccount;

    @Autowired
    Tokens tokens;

    @TempDir
    Path folder;

    private void setUp(String mail, String password, String token) {
        new UnattendedSetup(firstAccount, passwords, tokens, mail, file("password", password), file("token", token))
                .run(new DefaultApplicationArguments());
    }

    /** A file with this line; no file for an empty one. */
    private String file(String name, String line) {
        try {
            return line.isEmpty()
                    ? ""
                    : Files.writeString(folder.resolve(name), line + "\n").toString();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    @Test
    void theFirstAccountAndItsTokenComeFromFiles() throws IOException {
        setUp("Ops@example.net", PASSWORD, TOKEN);
        assertThat(signedIn("ops@example.net").isIn()).isTrue();
        assertThat(new Caller(port, TOKEN)
                        .post("/api/v1/domains", "{\"name\": \"example.com\"}")
                        .status())
                .isEqualTo(201);
        assertThat(Files.readString(folder.resolve("token"))).isEqualTo(TOKEN + "\n");
        assertThat(trail()).anyMatch(line -> line.startsWith("ops token.created setup"));
    }

    @Test
    void whereThereIsAnAccountNothingHappens() {
        crowd.administrator("Ada");
        setUp("ops@example.net", PASSWORD, TOKEN);
        assertThat(people.existsByMail("ops@example.net")).isFalse();
        assertThat(new Caller(port, TOKEN).get("/api/v1/domains").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotGoodEnoughMakesNoAccount() {
        setUp("ops@example.net", "short", TOKEN);
        setUp("ops@example.net", PASSWORD, "short");
        setUp("ops@example.net", "", TOKEN);
        setUp("no mail address", PASSWORD, TOKEN);
        new UnattendedSetup(firstAccount, passwords, tokens, "ops@example.net", folder + "/none", "")
                .run(new DefaultApplicationArguments());
        assertThat(firstAccount.exists()).isFalse();
    }

    @Test
    void aTokenNeedNotBe() {
        setUp("ops@example.net", PASSWORD, "");
        assertThat(signedIn("ops@example.net").isIn()).isTrue();
        assertThat(jdbc.sql("select count(*) from api_token").query(Long.class).single())
                .isZero();
    }
}
