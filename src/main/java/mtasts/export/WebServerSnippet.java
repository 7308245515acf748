package mtasts.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A configuration for a web server, ready to be copied.
 *
 * @param name what it is for, part of message keys: the server, and the way where it has more than one
 * @param file where it is put on a Debian system
 * @param text the configuration
 */
record WebServerSnippet(String name, String file, String text) {

    /** How a policy gets from this application to senders. */
    enum Way {
        /** The file lies on the web server. */
        FILE("nginx-file", "caddy-file", "apache-file"),
        /** The web server passes requests on to this application. */
        PROXY("nginx-proxy", "caddy-proxy", "caddy-proxy-all", "apache-proxy");

        private final List<String> names;

        Way(String... names) {
            this.names = List.of(names);
        }
    }

    /**
     * What differs from one installation to the other.
     *
     * @param host the policy host
     * @param folder where the file lies, below {@code .well-known}
     * @param certificate of the policy host, with its chain, as a PEM file
     * @param key of the certificate, as a PEM file
     * @param application host and port at which the web server reaches this application
     */
    record Facts(String host, String folder, String certificate, String key, String application) {

        /** The places that Debian and certbot give them. */
        static Facts of(String host, String application) {
            String certificates = "/etc/letsencrypt/live/" + host + "/";
            return new Facts(
                    host,
                    "/var/www/" + host,
                    certificates + "fullchain.pem",
                    certificates + "privkey.pem",
                    application);
        }

        private Map<String, String> values() {
            return Map.of(
                    "host", host,
                    "folder", folder,
                    "certificate", certificate,
                    "key", key,
                    "application", application);
        }
    }

    /** All that serve in one way. */
    static List<WebServerSnippet> all(Way way, Facts facts) {
        return way.names.stream().map(name -> of(name, facts)).toList();
    }

    static WebServerSnippet of(String name, Facts facts) {
        String text = template(name);
        for (var value : facts.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new WebServerSnippet(name, file(name, facts.host()), text);
    }

    /** Every name there is. */
    static Stream<String> names() {
        return Stream.of(Way.values()).flatMap(way -> way.names.stream());
    }

    private static String file(String name, String host) {
        return switch (name.substring(0, name.indexOf('-'))) {
            case "nginx" -> "/etc/nginx/conf.d/" + host + ".conf";
            case "apache" -> "/etc/apache2/sites-available/" + host + ".conf";
            default -> "/etc/caddy/Caddyfile";
        };
    }

    private static String template(String name) {
        try (InputStream template = WebServerSnippet.class.getResourceAsStream(name + ".txt")) {
            return new String(Objects.requireNonNull(template, name).readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
