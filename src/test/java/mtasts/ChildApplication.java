package mtasts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours in a process of its own, so that it can be stopped, interrupted and killed as a whole. */
public final class ChildApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reading;

    /**
     * Starts a command.
     *
     * @param environment what the command finds there besides what this process has
     */
    public ChildApplication(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        reading = Thread.ofVirtual().start(this::read);
    }

    /** Starts the application itself on a data folder of its own; its first lines tell where it listens. */
    public static ChildApplication start(Path folder, String... arguments) throws IOException {
        return start(MtaStsApplication.class, folder, arguments);
    }

    /** The same with a main class that adds something to the application. */
    public static ChildApplication start(Class<?> main, Path folder, String... arguments) throws IOException {
        List<String> command = java(classPath(), main);
        command.addAll(List.of(
                "--mtasts.database.folder=" + folder,
                "--mtasts.database.binaries=target/postgresql",
                "--server.port=0",
                "--logging.level.org.springframework.boot.tomcat=INFO"));
        command.addAll(Arrays.asList(arguments));
        return new ChildApplication(command, Map.of());
    }

    /** The command line that runs a class of the product or of the tests. */
    public static List<String> java(String classPath, Class<?> main) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dtests.database=own",
                "-cp",
                classPath,
                main.getName()));
    }

    /** What this test run itself has on its class path. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            add("(the output was closed: " + closed.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** All that was written until now. */
    public synchronized List<String> output() {
        return List.copyOf(lines);
    }

    /** Waits for a line that contains the text, and gives what follows the text on that line. */
    public synchronized String await(String text) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int seen = 0; ; ) {
            for (; seen < lines.size(); seen++) {
                int found = lines.get(seen).indexOf(text);
                if (found >= 0) {
                    return lines.get(seen).substring(found + text.length());
                }
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("nothing said \"" + text + "\":\n" + String.join("\n", lines));
            }
            wait(1000);
        }
    }

    /** Waits until the application serves. */
    public int port() throws InterruptedException {
        return Integer.parseInt(await("Tomcat started on port ").replaceFirst(" .*", ""));
    }

    public long pid() {
        return process.pid();
    }

    /** Sends what {@code kill} sends. */
    public void terminate() {
        process.destroy();
    }

    /** Ends its input, which tells some programs to end. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends it in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for the end; 143 after {@link #terminate()}. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + String.join("\n", output()));
        }
        reading.join();
        return process.exitValue();
    }

    /** Lets it end in good order, so that what it started ends with it, whatever became of the test. */
    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
