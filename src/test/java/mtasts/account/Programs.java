package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs with a token each. */
@TestComponent
public class Programs {

    private final People people;
    private final Tokens tokens;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Environment environment;

    Programs(
            People people,
            Tokens tokens,
            Passwords passwords,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment environment) {
        this.people = people;
        this.tokens = tokens;
        this.passwords = passwords;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.environment = environment;
    }

    /** One that may change things, for an administrator called Ada. */
    public Caller writing() {
        return caller(true);
    }

    /** One that may only read. */
    public Caller reading() {
        return caller(false);
    }

    /** The token of one that may change things. */
    public String token() {
        return token(true);
    }

    /** One each for every way not to be let in. */
    public List<Caller> strangers() {
        var visitor = new Visitor(port());
        new Crowd(people, passwords, clock).administrator("Bob");
        visitor.signIn("bob@example.net", Crowd.PASSWORD);
        assertThat(visitor.isIn()).isTrue();
        var nobody = new Caller(port(), null);
        return List.of(
                nobody,
                nobody.with("Cookie", "session=" + visitor.cookie("session").orElseThrow()),
                nobody.with("Authorization", "Basic YWRhOmFkYQ=="),
                new Caller(port(), Tokens.secret()),
                new Caller(port(), token(true, clock.instant())),
                new Caller(port(), revoked()));
    }

    private String revoked() {
        var secret = token(true);
        var bearer = tokens.bearer(secret).orElseThrow();
        tokens.revoke(bearer, bearer.tokenId());
        return secret;
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private Caller caller(boolean writes) {
        return new Caller(port(), token(writes));
    }

    private String token(boolean writes) {
        return token(writes, null);
    }

    private String token(boolean writes, @Nullable Instant expiresAt) {
        var secret = Tokens.secret();
        transactions.executeWithoutResult(status -> {
            var ada = people.findByMail("ada@example.net").orElseGet(() -> {
                var person = new Person(
                        MailAddress.read("ada@example.net").orElseThrow(),
                        new DisplayName("Ada"),
                        Role.ADMINISTRATOR,
                        clock.instant());
                person.keepPassword(Passwords.NOBODYS);
                return people.save(person);
            });
            tokens.create(ada.signedIn(), writes ? "deploy" : "watch", writes, expiresAt, secret);
        });
        return secret;
    }
}
