package mtasts.account;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs with a token each. */
@TestComponent
public class Programs {

    private final People people;
    private final Tokens tokens;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Environment environment;

    Programs(
            People people,
            Tokens tokens,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment environment) {
        this.people = people;
        this.tokens = tokens;
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

    private Caller caller(boolean writes) {
        var secret = token(writes);
        return new Caller(environment.getRequiredProperty("local.server.port", Integer.class), secret);
    }

    private String token(boolean writes) {
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
            tokens.create(ada.signedIn(), writes ? "deploy" : "watch", writes, null, secret);
        });
        return secret;
    }
}
