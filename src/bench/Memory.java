import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the application and its PostgreSQL hold in memory after a person has walked through it once and gone away for a
 * minute: {@code java src/bench/Memory.java target/mta-sts-admin-*.jar}, with the JDK that shall run the application. Linux
 * only. Five runs; the JVM by its resident memory, PostgreSQL by its proportional memory.
 */
public class Memory {

    private static final int ROUNDS = 5;
    private static final String PORT = "8115";
    private static final Path DATA = Path.of("target/bench-memory/data").toAbsolutePath();
    private static final Path OUTPUT = DATA.resolveSibling("output");
    private static final Pattern FIELD = Pattern.compile(
            "<input[^>]*>|<textarea[^>]*>.*?</textarea>|<option[^>]*selected[^>]*>|<select[^>]*>", Pattern.DOTALL);

    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();

    /** Megabytes of 2^20 bytes, and processor seconds of the whole run. */
    record Figure(double jvm, double postgres, double processor) {

        double sum() {
            return jvm + postgres;
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf("JDK %s, -Xmx256m; MB%n", Runtime.version());
        double[] sums = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Figure figure = new Memory().once(Path.of(arguments[0]).toAbsolutePath());
            System.out.printf(
                    "JVM %.0f + PostgreSQL %.0f = %.0f; %.1f processor seconds%n",
                    figure.jvm(), figure.postgres(), figure.sum(), figure.processor());
            sums[round] = figure.sum();
        }
        Arrays.sort(sums);
        System.out.printf("median of %d: %.0f MB%n", ROUNDS, sums[ROUNDS / 2]);
    }

    private Figure once(Path jar) throws Exception {
        delete(DATA);
        Files.createDirectories(DATA.getParent());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile());
        builder.environment().put("SERVER_PORT", PORT);
        builder.environment().put("MTASTS_DATABASE_FOLDER", DATA.toString());
        Process application = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        try {
            walk(setUpLink(application));
            Thread.sleep(Duration.ofMinutes(1));
            return figure(application);
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    private static String setUpLink(Process application) throws Exception {
        Pattern link = Pattern.compile("http://localhost:" + PORT + "(/setup\\?code=\\S+)");
        while (application.isAlive()) {
            Matcher found = link.matcher(Files.readString(OUTPUT));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("it ended: see " + OUTPUT);
    }

    /** The six steps of a new administrator, and each page once. */
    private void walk(String setUpLink) throws Exception {
        submit(
                setUpLink,
                "/setup",
                Map.of("mail", "ada@example.net", "displayName", "Ada", "password", "purple kettle marches northward"));
        submit(
                "/settings",
                "/settings",
                Map.of(
                        "publicUrl", "https://sts.example.net",
                        "policyHostTarget", "sts.example.net",
                        "reportAddress", "tls@example.net"));
        String domain = "/domains/example.com";
        submit(
                "/domains/new",
                "/domains/new",
                Map.of("name", "example.com", "hosts", "mx1.example.com\nmx2.example.com"));
        submit(domain + "/policy", domain + "/policy", Map.of("act", "publish"));
        submit(domain, domain + "/records-created", Map.of());
        submit(domain + "/promote", domain + "/promote", Map.of("reason", "measured in a hurry", "read", "true"));
        for (String page : List.of(
                "/",
                "/domains",
                domain,
                domain + "/policy",
                domain + "/versions",
                domain + "/versions/1",
                "/audit",
                "/people",
                "/settings",
                "/account",
                "/help",
                domain + "/back-to-testing")) {
            get(page);
        }
    }

    private void submit(String page, String action, Map<String, String> typed) throws Exception {
        String form = form(get(page), action);
        StringBuilder body = new StringBuilder();
        String select = "";
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String tag = field.group();
            String name = tag.startsWith("<option") ? select : attribute(tag, "name");
            if (tag.startsWith("<select")) {
                select = name;
            } else if (!name.isEmpty()
                    && !typed.containsKey(name)
                    && (!attribute(tag, "type").matches("checkbox|radio") || tag.contains("checked"))) {
                append(body, name, tag.startsWith("<textarea") ? text(tag) : attribute(tag, "value"));
            }
        }
        typed.forEach((name, value) -> append(body, name, value));
        HttpRequest request = HttpRequest.newBuilder(uri(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        String answer = send(request);
        if (answer.contains("aria-invalid=\"true\"")) {
            throw new IllegalStateException(action + " was refused:\n" + answer);
        }
    }

    /** The last form on a page that goes to an address: what has to be typed comes after what need only be pressed. */
    private static String form(String page, String action) {
        Matcher forms = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "[\"?].*?</form>", Pattern.DOTALL)
                .matcher(page);
        String last = null;
        while (forms.find()) {
            last = forms.group();
        }
        if (last == null) {
            throw new IllegalStateException("no form for " + action + " on\n" + page);
        }
        return last;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
    }

    private String get(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
    }

    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request + ": " + answer.statusCode() + "\n" + answer.body());
        }
        return answer.body();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }

    private static void append(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String text(String textarea) {
        return textarea.replaceAll("(?s)<[^>]*>", "").strip();
    }

    private static Figure figure(Process application) throws IOException {
        List<ProcessHandle> below;
        try (Stream<ProcessHandle> all = application.descendants()) {
            below = all.toList();
        }
        double postgres = 0;
        for (ProcessHandle process : below) {
            postgres += megabytes(Path.of("/proc/" + process.pid() + "/smaps_rollup"), "Pss:");
        }
        double processor = Stream.concat(Stream.of(application.toHandle()), below.stream())
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
        return new Figure(megabytes(Path.of("/proc/" + application.pid() + "/status"), "VmRSS:"), postgres, processor);
    }

    private static double megabytes(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
