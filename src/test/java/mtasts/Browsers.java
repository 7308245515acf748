package mtasts;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One Chromium for all tests of a run; each test gets a {@link Browser} of its own in it, without cookies. */
class Browsers implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMES = Namespace.create(Browsers.class);
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> MAC = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /** The one Chromium, closed when the run is over. */
    private record Shared(Playwright playwright, com.microsoft.playwright.Browser chromium) implements AutoCloseable {

        static Shared start() {
            var program = installed();
            Assumptions.assumeTrue(
                    program.isPresent(),
                    "skipped: no Chromium or Chrome is installed, so nothing was tried in a browser");
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Shared(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program.orElseThrow())
                                    .setArgs(List.of(
                                            "--headless",
                                            "--no-sandbox",
                                            "--disable-gpu",
                                            "--disable-quic",
                                            "--no-first-run",
                                            "--disable-background-networking",
                                            "--disable-component-update",
                                            "--disable-sync"))));
        }

        private static Optional<Path> installed() {
            var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
            return Stream.concat(
                            Stream.of(folders)
                                    .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name))),
                            MAC.stream().map(Path::of))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var shared = test.getRoot().getStore(NAMES).computeIfAbsent(Shared.class, any -> Shared.start(), Shared.class);
        var port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        var browser = new Browser(shared.chromium(), "http://localhost:" + port);
        test.getStore(NAMES).put(Browser.class, browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browser = test.getStore(NAMES).remove(Browser.class, Browser.class);
        if (browser != null) {
            browser.close(test.getExecutionException().isEmpty());
        }
    }
}
