package mtasts.estate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.account.Programs;
import mtasts.domain.Place;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody watches long work, and no answer comes any more. */
@BrowserTest
class WatchingTest extends WithPublished {

    @Autowired
    Guests guests;

    @Autowired
    Programs programs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoIsSignedOutOrHasNoConnectionIsToldSoAndComesBack(Browser browser) {
        registered(DomainName.of("held.example"), Place.HERE, "mx.held.example");
        guests.administrator(browser.fresh("en").expecting(503));
        var program = programs.writing();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select from domain where name = 'held.example' for update")
                    .query()
                    .listOfRows();
            var batch = program.post("/api/v1/batches", """
                {"act": "tag", "tags": ["eu"], "names": ["held.example"]}\
                """);
            watch(browser, batch.header("Location").replace("/api/v1/batches/", "/jobs/"));
        });
        browser.page().locator("table.job-rows").waitFor();
    }

    private void watch(Browser browser, String job) {
        var page = browser.open(job).page();
        assertThat(page.locator("progress")).isVisible();
        assertThat(page.locator("#stale")).isHidden();
        page.route("**/progress", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        assertThat(page.getByText("No connection, or no answer")).isVisible();
        page.unroute("**/progress");
        assertThat(page.locator("#stale")).isHidden();

        signedOutElsewhere();
        assertThat(page.getByText("You are signed out")).isVisible();
        browser.look("job-signed-out");
        browser.follow("Sign in and come back here");
        guests.signInHere(browser);
        page.waitForURL("**" + job);
        assertThat(page.locator("progress")).isVisible();
        assertThat(page.locator("#stale")).isHidden();
    }

    private void signedOutElsewhere() {
        var alone = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        alone.executeWithoutResult(
                status -> jdbc.sql("delete from spring_session").update());
    }
}
