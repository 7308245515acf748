import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long it takes from the start of the JVM to the first page, and the processor time that it costs, PostgreSQL's
 * included: {@code java src/bench/Start.java target/mta-sts-admin-*.jar}, with the JDK that shall run the application.
 */
public class Start {

    private static final int ROUNDS = 5;
    private static final String PORT = "8113";
    private static final Path WORK = Path.of("target/bench-start").toAbsolutePath();
    private static final Path DATA = WORK.resolve("data");
    private static final Path BINARIES = WORK.resolve("binaries");

    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /** One start: seconds until the page was there, and seconds of all processors until then. */
    record Figure(double wall, double processor) {}

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]).toAbsolutePath();
        System.out.printf(
                "JDK %s, %d processors; seconds: least / median / most, and processor seconds (median)%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        Start start = new Start();
        delete(WORK);
        Files.createDirectories(WORK);
        start.measure("jar, empty data folder", WORK, true, List.of("-jar", jar.toString()));
        start.measure("jar, existing data folder", WORK, false, List.of("-jar", jar.toString()));
        Path layout = extractWithCache(jar);
        List<String> cached =
                List.of("-XX:AOTCache=app.aot", "-jar", jar.getFileName().toString());
        start.measure("AOT cache, existing data folder", layout, false, cached);
        start.measure("AOT cache, empty data folder", layout, true, cached);
        delete(WORK);
    }

    /** What the one command in README does. */
    private static Path extractWithCache(Path jar) throws Exception {
        Path layout = WORK.resolve("app");
        run(WORK, List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", layout.toString()));
        run(
                layout,
                List.of(
                        "-XX:AOTCacheOutput=app.aot",
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar.getFileName().toString()));
        return layout;
    }

    private void measure(String what, Path folder, boolean empty, List<String> command) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (empty) {
                delete(DATA);
                delete(BINARIES);
            }
            figures.add(once(folder, command));
        }
        List<Double> walls = figures.stream().map(Figure::wall).sorted().toList();
        List<Double> processors =
                figures.stream().map(Figure::processor).sorted().toList();
        System.out.printf(
                "%-32s %5.1f / %5.1f / %5.1f   %5.1f%n",
                what, walls.getFirst(), walls.get(ROUNDS / 2), walls.getLast(), processors.get(ROUNDS / 2));
    }

    private Figure once(Path folder, List<String> command) throws Exception {
        long begin = System.nanoTime();
        Process application = java(folder, command);
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        try {
            while (!isThere()) {
                if (!application.isAlive()) {
                    throw new IllegalStateException("it ended: see " + WORK.resolve("output"));
                }
                Thread.sleep(20);
            }
            return new Figure((System.nanoTime() - begin) / 1e9, processorSeconds(application));
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    private boolean isThere() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/"))
                .header("Accept", "text/html")
                .build();
        try {
            return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Of the JVM and of what still runs below it. */
    private static double processorSeconds(Process application) {
        try (Stream<ProcessHandle> below = application.descendants()) {
            return Stream.concat(Stream.of(application.toHandle()), below)
                            .mapToLong(process -> process.info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toMillis())
                            .sum()
                    / 1e3;
        }
    }

    private static void run(Path folder, List<String> command) throws Exception {
        if (java(folder, command).waitFor() != 0) {
            throw new IllegalStateException(command + " failed: see " + WORK.resolve("output"));
        }
    }

    private static Process java(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("output").toFile());
        builder.environment().put("SERVER_PORT", PORT);
        builder.environment().put("MTASTS_DATABASE_FOLDER", DATA.toString());
        builder.environment().put("MTASTS_DATABASE_BINARIES", BINARIES.toString());
        return builder.start();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
