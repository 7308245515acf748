package mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A browser window on the running application. Whatever the browser complains about fails the test: an error on the
 * console, a violation of the content security policy, a request that failed or was answered with 400 or more.
 */
public final class Browser {

    private static final boolean PICTURES = Boolean.getBoolean("pictures");

    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private BrowserContext context;
    private Page page;

    Browser(com.microsoft.playwright.Browser chromium, String address) {
        this.chromium = chromium;
        this.address = address;
        this.context = context("en", true);
        this.page = watched(context.newPage());
    }

    /** The window itself. */
    public Page page() {
        return page;
    }

    /** Forgets all cookies and begins anew in another language, with or without script. */
    public Browser fresh(String language, boolean script) {
        context.close();
        context = context(language, script);
        page = watched(context.newPage());
        return this;
    }

    public Browser fresh(String language) {
        return fresh(language, true);
    }

    /** Goes to a path of the application. */
    public Browser open(String path) {
        page.navigate(path);
        return this;
    }

    /** From now on an answer with this status is not held against the page. */
    public Browser expecting(int status) {
        expected.add(status);
        return this;
    }

    public Browser width(int pixels) {
        page.setViewportSize(pixels, 900);
        return this;
    }

    public Browser dark(boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        return this;
    }

    /** What the page shows as text, without what is hidden. */
    public String text() {
        return page.locator("body").innerText();
    }

    /** Presses the one button with exactly this name. */
    public void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Follows the one link with exactly this name. */
    public void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Types into the field with exactly this label. */
    public void type(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /**
     * What every page must stand: nothing scrolls sideways at 1440, 390 and 360 pixels, no message is missing, nobody is
     * told to index it, and axe finds nothing, wide and light, narrow and dark. With {@code -Dpictures=true} each view is
     * kept in {@code target/pictures}.
     */
    public Browser look(String name) {
        assertThat(page.content()).as(name).doesNotContain("??").contains("noindex");
        width(360).staysInItsWidth(name);
        for (int width : new int[] {1440, 390}) {
            for (boolean dark : new boolean[] {false, true}) {
                var view = "%s-%d-%s".formatted(name, width, dark ? "dark" : "light");
                width(width).dark(dark).staysInItsWidth(view);
                if (dark == (width == 390)) {
                    passesAxe(view);
                }
                if (PICTURES) {
                    picture(view);
                }
            }
        }
        return width(1440).dark(false);
    }

    private void staysInItsWidth(String view) {
        var page = "document.documentElement";
        assertThat(this.page.evaluate(page + ".scrollWidth - " + page + ".clientWidth"))
                .as("sideways scroll, %s", view)
                .isEqualTo(0);
    }

    private void passesAxe(String view) {
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(rule -> "%s: %s %s"
                                        .formatted(
                                                rule.getId(),
                                                rule.getHelp(),
                                                rule.getNodes().stream()
                                                        .map(node -> node.getHtml())
                                                        .limit(3)
                                                        .toList())))
                .as("axe, %s", view)
                .isEmpty();
    }

    /** Keeps a picture of the whole page in {@code target/pictures}. */
    public void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
    }

    void close(boolean complaining) {
        context.close();
        if (complaining) {
            assertThat(complaints).as("what the browser complained about").isEmpty();
        }
    }

    private BrowserContext context(String language, boolean script) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Pacific/Auckland")
                .setJavaScriptEnabled(script)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setViewportSize(1440, 900));
    }

    private Page watched(Page watched) {
        watched.setDefaultTimeout(15_000);
        watched.onConsoleMessage(this::hear);
        watched.onPageError(error -> complaints.add("script: " + error));
        watched.onRequestFailed(this::fail);
        watched.onResponse(response -> {
            if (response.status() >= 400 && !expected.contains(response.status())) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
        return watched;
    }

    /** A download, or a page that is left while it loads, is aborted by the browser itself. */
    private void fail(Request request) {
        if (!request.failure().equals("net::ERR_ABORTED")) {
            complaints.add("failed: " + request.url() + " " + request.failure());
        }
    }

    private void hear(ConsoleMessage message) {
        boolean told = expected.stream().anyMatch(status -> message.text().contains("status of " + status));
        if ((message.type().equals("error") || message.type().equals("warning")) && !told) {
            complaints.add(message.type() + ": " + message.text());
        }
    }
}
