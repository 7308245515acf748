package mtasts.hosting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which host names are policy hosts (RFC 8461 §3.3). */
final class PolicyHost {

    static final String LABEL = "mta-sts";

    private PolicyHost() {}

    /**
     * The name of a policy host in the form that the table knows.
     *
     * @param host a host name as a client wrote it, without a port; {@code null} when it gave none
     * @return lower-case and without a trailing dot, or {@code null} when the left-most label is not {@code mta-sts}
     */
    static @Nullable String named(@Nullable String host) {
        if (host == null || !host.regionMatches(true, 0, LABEL, 0, LABEL.length())) {
            return null;
        }
        if (host.length() > LABEL.length() && host.charAt(LABEL.length()) != '.') {
            return null;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name of the host that hands out a domain's policy. */
    static String of(String domain) {
        return LABEL + "." + domain;
    }
}
