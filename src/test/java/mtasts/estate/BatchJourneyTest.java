package mtasts.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mtasts.Browser;
import mtasts.BrowserTest;
import mtasts.account.Guests;
import mtasts.domain.Place;
import mtasts.promotion.WithPublished;
import mtasts.rfc8461.DomainName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator promotes many domains at once. */
@BrowserTest
class BatchJourneyTest extends WithPublished {

    @Autowired
    Guests guests;

    @BeforeEach
    void manyInTesting() {
        for (int n = 10; n < 38; n++) {
            testing(DomainName.of("d" + n + ".example"), Place.HERE, "mx.d" + n + ".example");
        }
        pass(Duration.ofDays(15));
        testing(DomainName.of("early.example"), Place.HERE, "mx.early.example");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2 selected, Select all 29, Promote…, 'Promote 28 domains, or 29 with a reason', true",
        "es, 2 seleccionados, Seleccionar los 29, Promover…, 'Promover 28 dominios, o 29 con un motivo', true",
        "en, 2 selected, Select all 29, Promote…, 'Promote 28 domains, or 29 with a reason', false"
    })
    void manyArePromotedWithOneWord(
            String language, String two, String all, String promote, String confirm, boolean script, Browser browser) {
        guests.administrator(browser.fresh(language, script));
        browser.open("/domains?stage=testing&sort=name");
        var page = browser.page();
        assertThat(page.locator(".bulk").isVisible()).isFalse();
        page.locator("input[value='d10.example']").check();
        page.locator("input[value='d11.example']").check();
        if (!script) {
            page.locator(".without-script button").click();
        }
        assertThat(page.locator(".bulk").innerText()).contains(two);
        if (script) {
            browser.look("estate-list-chosen-" + language);
        }
        browser.follow(all);
        assertThat(page.locator("tbody input:checked").count()).isEqualTo(25);
        if (script) {
            browser.look("estate-list-everything-" + language);
        }
        browser.press(promote);
        arrive(browser, script, "/batches/");
        if (script) {
            browser.look("estate-batch-" + language);
        }
        for (var tick : List.of("live", "reports", "hosts")) {
            page.locator("#" + tick).check();
        }
        browser.press(confirm);
        if (script) {
            page.locator("table.job-rows").waitFor();
            browser.look("estate-batch-done-" + language);
        } else {
            while (page.locator("table.job-rows").count() == 0) {
                page.reload();
            }
        }
        assertThat(browser.text()).contains("d33.example", "promotion.unmet");
        assertThat(page.locator("a.rowlink[href='/domains/early.example']").count())
                .isOne();
        assertThat(versions.of(domains.require(DomainName.of("d20.example")))).hasSize(2);
        assertThat(versions.of(domains.require(DomainName.of("early.example")))).hasSize(1);
    }

    private static void arrive(Browser browser, boolean script, String where) {
        if (script) {
            browser.page().waitForURL(address -> address.contains(where));
        } else {
            while (!browser.page().url().contains(where)) {
                browser.page().reload();
            }
        }
    }

    @Test
    void everythingIsChosenByKeyboard(Browser browser) {
        guests.administrator(browser.fresh("en"));
        browser.open("/domains?sort=name");
        var page = browser.page();
        page.locator("#page-of-them").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#chosen").innerText()).isEqualTo("25 selected");
        page.locator("input[value='d12.example']").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#chosen").innerText()).isEqualTo("24 selected");
        assertThat((Boolean) page.locator("#page-of-them").evaluate("box => box.indeterminate"))
                .isTrue();
        page.locator("input[value='d14.example']").uncheck();
        page.locator("input[value='d20.example']")
                .click(new com.microsoft.playwright.Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(page.locator("#chosen").innerText()).isEqualTo("17 selected");
        page.locator("#clear").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".bulk").isVisible()).isFalse();
        assertThat(page.locator("tbody input:checked").count()).isZero();
    }

    @Test
    void aReaderSeesNoBoxes(Browser browser) {
        guests.reader(browser.fresh("en"));
        browser.open("/domains").look("estate-list-reader");
        assertThat(browser.page().locator("main input[type=checkbox]").count()).isZero();
    }
}
