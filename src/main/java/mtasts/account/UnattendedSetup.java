package mtasts.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * The first account, and a token that may write, where nobody sits at a browser: {@code MTASTS_SETUP_EMAIL}, and files that
 * hold the password and the token, which are read and never written. Only while there is no account.
 */
@Component
class UnattendedSetup implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(UnattendedSetup.class);
    private static final int LONGEST = 4096;
    private static final int SHORTEST_TOKEN = 32;

    private final FirstAccount firstAccount;
    private final Passwords passwords;
    private final Tokens tokens;
    private final String mail;
    private final String passwordFile;
    private final String tokenFile;

    UnattendedSetup(
            FirstAccount firstAccount,
            Passwords passwords,
            Tokens tokens,
            @Value("${mtasts.setup.email:}") String mail,
            @Value("${mtasts.setup.password-file:}") String passwordFile,
            @Value("${mtasts.setup.token-file:}") String tokenFile) {
        this.firstAccount = firstAccount;
        this.passwords = passwords;
        this.tokens = tokens;
        this.mail = mail;
        this.passwordFile = passwordFile;
        this.tokenFile = tokenFile;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mail.isBlank() || firstAccount.exists()) {
            return;
        }
        try {
            setUp();
        } catch (IllegalArgumentException refused) {
            log.warn("No account was set up: {}", refused.getMessage());
        }
    }

    private void setUp() {
        var address = MailAddress.read(mail).orElseThrow(() -> refused("MTASTS_SETUP_EMAIL is no mail address"));
        var name = DisplayName.read(Objects.requireNonNull(address.text()).split("@")[0])
                        instanceof DisplayName.Reading.Name(var read)
                ? read
                : new DisplayName("Administrator");
        var password = read("MTASTS_SETUP_PASSWORD_FILE", passwordFile);
        if (password == null) {
            throw refused("MTASTS_SETUP_PASSWORD_FILE is not set");
        }
        if (passwords.objection(password, address.text(), name.text()).isPresent()) {
            throw refused("the password in MTASTS_SETUP_PASSWORD_FILE is too short or too easily guessed; "
                    + Passwords.SHORTEST + " characters or more are needed");
        }
        var token = read("MTASTS_SETUP_TOKEN_FILE", tokenFile);
        if (token != null && !token.matches("[\\x21-\\x7e]{" + SHORTEST_TOKEN + ",500}")) {
            throw refused("the token in MTASTS_SETUP_TOKEN_FILE must be " + SHORTEST_TOKEN
                    + " to 500 printable ASCII characters without spaces");
        }
        if (firstAccount.create(address, name, passwords.hash(password))
                instanceof FirstAccount.Outcome.Created(Person person)) {
            if (token != null) {
                tokens.create(person.signedIn(), "setup", true, null, token);
            }
            log.info("The first account was set up for {}", address.text());
        }
    }

    /** The first line of a file; {@code null} where none is named. */
    private static @Nullable String read(String variable, String file) {
        if (file.isBlank()) {
            return null;
        }
        try (var in = Files.newInputStream(Path.of(file))) {
            var octets = in.readNBytes(LONGEST);
            return new String(octets, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException unreadable) {
            throw refused("the file of " + variable + " cannot be read");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why);
    }
}
