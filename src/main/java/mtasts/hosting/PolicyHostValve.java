package mtasts.hosting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Answers for every policy host, and for the policy's path on every other host, before anything else of the
 * application runs. It decides by the Host that Tomcat settled on and by the path as it was sent, so that no spelling of
 * another path ever becomes this one. A query is passed over: the path alone names the policy.
 */
final class PolicyHostValve extends ValveBase {

    /** Where a sender looks, the same for every domain (RFC 8461 §3.3). */
    static final String PATH = "/.well-known/mta-sts.txt";

    private static final String ALLOWED = "GET, HEAD";
    private static final byte[] NOTHING_HERE = "Nothing here.\n".getBytes(US_ASCII);
    private static final byte[] SERVED_HERE = "Served here.\n".getBytes(US_ASCII);
    private static final byte[] READ_ONLY = "Read it with GET or HEAD.\n".getBytes(US_ASCII);

    private final PolicyTable policies;
    private final CaddyAsk ask;

    PolicyHostValve(PolicyTable policies) {
        super(true);
        this.policies = policies;
        this.ask = new CaddyAsk(policies);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String host = PolicyHost.named(request.getCoyoteRequest().serverName().toString());
        if (response.isError() || response.getStatus() >= 400) {
            if (host != null || request.getHeader("Host") == null) {
                refuseWithoutAWord(response.getCoyoteResponse());
            } else {
                getNext().invoke(request, response);
            }
        } else if (host != null) {
            answer(request, response, host);
        } else if (asksFor(request, PATH)) {
            say(response, 404, NOTHING_HERE);
        } else if (asksFor(request, CaddyAsk.PATH)) {
            boolean served = ask.isAllowed(request);
            say(response, served ? 200 : 404, served ? SERVED_HERE : NOTHING_HERE);
        } else {
            getNext().invoke(request, response);
        }
    }

    /** Whether the path is this one as it was sent, neither decoded nor straightened. */
    private static boolean asksFor(Request request, String path) {
        return request.getCoyoteRequest().requestURI().equals(path);
    }

    private void answer(Request request, Response response, String host) throws IOException {
        ServedPolicy policy = asksFor(request, PATH) ? policies.servedAt(host) : null;
        if (policy == null) {
            say(response, 404, NOTHING_HERE);
            return;
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> serve(policy, request.getHeader("If-None-Match"), response);
            default -> {
                response.setHeader("Allow", ALLOWED);
                say(response, 405, READ_ONLY);
            }
        }
    }

    /**
     * Tomcat has refused the request already: as no HTTP, whatever the host, or as no path or method of ours, for which
     * it may have named the methods of the application.
     */
    private static void refuseWithoutAWord(org.apache.coyote.Response response) {
        if (response.getStatus() == 405) {
            response.getMimeHeaders().setValue("Allow").setString(ALLOWED);
        }
        response.setContentLength(0);
    }

    private static void serve(ServedPolicy policy, @Nullable String ifNoneMatch, Response response) throws IOException {
        response.setHeader("Cache-Control", "max-age=60");
        response.setHeader("ETag", policy.entityTag());
        if (ifNoneMatch != null && policy.isKnownTo(ifNoneMatch)) {
            response.setStatus(304);
        } else {
            write(response, policy.contentType(), policy.body());
        }
    }

    private static void say(Response response, int status, byte[] words) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        write(response, "text/plain; charset=us-ascii", words);
    }

    /** Writes the header itself: {@code setContentType} would take the space out of it. For HEAD, Tomcat drops the body. */
    private static void write(Response response, String contentType, byte[] body) throws IOException {
        response.getCoyoteResponse().getMimeHeaders().setValue("Content-Type").setString(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
