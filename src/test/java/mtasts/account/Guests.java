package mtasts.account;

import java.util.Locale;
import java.util.Optional;
import mtasts.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of browser tests, who sign in as everybody does: by the page. */
@Component
public class Guests {

    private static final String PASSWORD = "three blue bicycles";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private Optional<String> hash = Optional.empty();

    Guests(JdbcClient jdbc, Passwords passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** From now on the browser is that of Ada, who may change everything. */
    public void administrator(Browser browser) {
        signIn(browser, "Ada", Role.ADMINISTRATOR);
    }

    /** From now on the browser is that of Rea, who may read everything. */
    public void reader(Browser browser) {
        signIn(browser, "Rea", Role.READER);
    }

    private void signIn(Browser browser, String name, Role role) {
        var mail = name.toLowerCase(Locale.ROOT) + "@example.net";
        if (hash.isEmpty()) {
            hash = Optional.of(passwords.hash(PASSWORD));
        }
        jdbc.sql("""
            insert into person (mail, display_name, role, password, created_at)
            values (?, ?, ?, ?, now()) on conflict do nothing\
            """).params(mail, name, role.text(), hash.orElseThrow()).update();
        browser.open("/sign-in");
        fill(browser, mail);
        browser.page().waitForURL(address -> !address.contains("/sign-in"));
    }

    /** Ada signs in on the sign-in page that the browser already shows. */
    public void signInHere(Browser browser) {
        fill(browser, "ada@example.net");
    }

    private static void fill(Browser browser, String mail) {
        browser.page().locator("#mail").fill(mail);
        browser.page().locator("#password").fill(PASSWORD);
        browser.page().locator("main form button[type=submit]").click();
    }
}
