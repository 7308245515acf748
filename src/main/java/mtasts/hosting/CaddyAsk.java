package mtasts.hosting;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells a Caddy on this machine for which names it may get a certificate: for the policy hosts that are served here. It
 * asks with {@code ?domain=} and a name, and takes 200 for yes.
 */
final class CaddyAsk {

    static final String PATH = "/caddy/ask";

    private static final String QUESTION = "domain=";

    private final PolicyTable policies;

    CaddyAsk(PolicyTable policies) {
        this.policies = policies;
    }

    /** Whether the answer is yes; whoever comes through a proxy, or from another machine, is never told so. */
    boolean isAllowed(Request request) {
        return isFromThisMachine(request) && isServed(request.getQueryString());
    }

    private boolean isServed(@Nullable String query) {
        if (query == null || !query.startsWith(QUESTION)) {
            return false;
        }
        String host = PolicyHost.named(query.substring(QUESTION.length()));
        return host != null && policies.servedAt(host) != null;
    }

    private static boolean isFromThisMachine(Request request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getPeerAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
