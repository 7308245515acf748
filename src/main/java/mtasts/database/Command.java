package mtasts.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of others, run with nothing of this process's environment but the search path. */
final class Command {

    private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";

    private Command() {}

    static boolean installed(String program) {
        for (String folder : PATH.split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Starts a program with its errors among its output.
     *
     * @throws IOException when there is no such program or it may not be run
     */
    static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of("PATH", PATH, "LC_ALL", "C", "TZ", "UTC"));
        return builder.start();
    }

    /** Starts a program that a Ctrl-C in the terminal does not reach, because this process decides when it ends. */
    static Process startApart(List<String> command) throws IOException {
        List<String> line = new ArrayList<>();
        if (installed("setsid")) {
            line.add("setsid");
        } else if (installed("perl")) {
            line.addAll(List.of("perl", "-e", "setpgrp(0, 0); exec {$ARGV[0]} @ARGV"));
        }
        line.addAll(command);
        return start(line);
    }

    /** Sends a signal, for example {@code INT}, to a process that may be gone already. */
    static void signal(String name, long process) throws IOException, InterruptedException {
        start(List.of("/bin/sh", "-c", "kill -" + name + " " + process)).waitFor();
    }
}
