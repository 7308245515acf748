package mtasts.account;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Programs with a token each. */
@TestComponent
public class Programs {

    private final People people;
    private final Tokens tokens;
    private final org.springframework.transaction.support.TransactionTemplate transactions;
    private final Clock clock;
    private final Environment environment;

    Programs(
            People people,
            Tokens tokens,
            org.springframework.transaction.PlatformTransactionManager transactions,
            Clock clock,
            Environment environment) {
        this.people = people;
        this.tokens = tokens;
        this.transactions = new org.springframework.transaction.support.TransactionTemplate(transactions);
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

    private Caller caller(boolean writes) {
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
        return new Caller(environment.getRequiredProperty("local.server.port", Integer.class), secret);
    }
}
