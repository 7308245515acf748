package mtasts.export;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** Reads the address at which people reach this application. */
final class PublicUrl {

    private static final int LONGEST = 300;
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[^/?#:@\\[\\]]+)(?::(\\d{1,5}))?([/?#].*)?");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|\\[.+]");
    private static final int HIGHEST_PORT = 65_535;

    private PublicUrl() {}

    /** What came of it. */
    sealed interface Outcome {
        /** @param text scheme, host in lower-case A-labels, and the port where it is not the scheme's own */
        record Url(String text) implements Outcome {}

        record Refused(Words why) implements Outcome {}
    }

    static Outcome read(String typed) {
        String text = typed.strip();
        Matcher parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return refused("form");
        }
        if (parts.group(4) != null && !parts.group(4).equals("/")) {
            return refused("path");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return host(parts.group(2))
                .map(host -> at(scheme, host, parts.group(3)))
                .orElseGet(() -> refused("host"));
    }

    private static Outcome at(String scheme, String host, @Nullable String port) {
        if (host.equals("mta-sts") || host.startsWith("mta-sts.")) {
            return refused("policy-host");
        }
        int number = port == null ? 0 : Integer.parseInt(port);
        if (port != null && (number == 0 || number > HIGHEST_PORT)) {
            return refused("form");
        }
        boolean own = number == 0 || number == (scheme.equals("https") ? 443 : 80);
        return new Outcome.Url(scheme + "://" + host + (own ? "" : ":" + number));
    }

    private static Optional<String> host(String typed) {
        if (!ADDRESS.matcher(typed).matches()) {
            return DomainName.read(typed).value().map(DomainName::ascii);
        }
        try {
            // an address in figures, so nothing is looked up
            return Optional.of(InetAddress.getByName(typed)).map(address -> typed.toLowerCase(Locale.ROOT));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(Words.of("export.settings.url." + why));
    }
}
