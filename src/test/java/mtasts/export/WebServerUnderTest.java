package mtasts.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real web server on loopback, with a snippet in which ports, paths and certificates are those of the test. */
final class WebServerUnderTest implements AutoCloseable {

    private static final Path APACHE_MODULES = Path.of("/usr/lib/apache2/modules");

    private final Path folder;
    private final int port;
    private final Process process;

    private WebServerUnderTest(Path folder, int port, List<String> command) throws IOException {
        this.folder = folder;
        this.port = port;
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        for (String variable : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
            builder.environment().put(variable, folder.toString());
        }
        this.process = builder.start();
    }

    /** Starts the server that the snippet is for; the test is skipped where it is not installed. */
    static WebServerUnderTest start(WebServerSnippet snippet, Path folder) throws IOException {
        int port = freePort();
        var server = switch (snippet.name().substring(0, snippet.name().indexOf('-'))) {
            case "nginx" -> nginx(snippet, folder, port);
            case "apache" -> apache(snippet, folder, port);
            default -> caddy(snippet, folder, port);
        };
        try {
            await().atMost(Duration.ofSeconds(20)).until(server::isUp);
        } catch (RuntimeException late) {
            server.close();
            throw new AssertionError(server.log(), late);
        }
        return server;
    }

    int port() {
        return port;
    }

    /** What the server said. */
    String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    private static WebServerUnderTest nginx(WebServerSnippet snippet, Path folder, int port) throws IOException {
        String program = program("nginx", "/usr/sbin/nginx");
        String site = snippet.text()
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("listen [::]:443", "listen 127.0.0.1:" + freePort());
        Path configuration = write(folder, "nginx.conf", """
            daemon off;
            error_log stderr;
            pid %1$s/nginx.pid;
            events {}
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
            }
            """.formatted(folder, site));
        return new WebServerUnderTest(
                folder,
                port,
                List.of(program, "-p", folder.toString(), "-e", "stderr", "-c", configuration.toString()));
    }

    private static WebServerUnderTest caddy(WebServerSnippet snippet, Path folder, int port) throws IOException {
        String program = program("Caddy", "/usr/bin/caddy");
        String options = """
            {
            \tadmin off
            \tdefault_bind 127.0.0.1
            \thttp_port %d
            \thttps_port %d
            \tlocal_certs
            \tskip_install_trust
            """.formatted(freePort(), port);
        String text = snippet.text();
        Path configuration = write(
                folder, "Caddyfile", text.startsWith("{\n") ? options + text.substring(2) : options + "}\n\n" + text);
        return new WebServerUnderTest(
                folder, port, List.of(program, "run", "--adapter", "caddyfile", "--config", configuration.toString()));
    }

    private static WebServerUnderTest apache(WebServerSnippet snippet, Path folder, int port) throws IOException {
        String program = program("Apache httpd", "/usr/sbin/apache2");
        assumeTrue(Files.isDirectory(APACHE_MODULES), "the modules of Apache httpd are not where Debian has them");
        var modules = new StringBuilder();
        for (String module : List.of(
                "mpm_event", "authz_core", "socache_shmcb", "ssl", "headers", "mime", "dir", "proxy", "proxy_http")) {
            Path file = APACHE_MODULES.resolve("mod_" + module + ".so");
            modules.append("LoadModule %s_module %s%n".formatted(module, file));
        }
        Path configuration = write(folder, "apache.conf", """
            ServerRoot %1$s
            %2$s
            Listen 127.0.0.1:%3$d
            ServerName localhost
            PidFile %1$s/apache.pid
            DefaultRuntimeDir %1$s
            ErrorLog /dev/stderr
            TypesConfig /dev/null
            <IfModule unixd_module>
            User nobody
            Group nogroup
            </IfModule>
            %4$s
            """.formatted(
                        folder, modules, port, snippet.text().replace("*:443", "*:" + port)));
        return new WebServerUnderTest(
                folder, port, List.of(program, "-D", "FOREGROUND", "-f", configuration.toString()));
    }

    private static String program(String name, String path) {
        assumeTrue(Files.isExecutable(Path.of(path)), name + " is not installed: its configuration is not tried");
        return path;
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private boolean isUp() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
