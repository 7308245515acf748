package mtasts.hosting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.StringTokenizer;

/** One policy as it goes over the wire: made once when it is read, shared by all requests. */
final class ServedPolicy {

    private static final String ASCII = "text/plain; charset=us-ascii";
    private static final String UNICODE = "text/plain; charset=utf-8";

    private final String id;
    private final byte[] body;
    private final String entityTag;
    private final String contentType;

    /**
     * @param id the policy id, which no other text of the same domain has
     * @param text exactly what was published
     */
    ServedPolicy(String id, String text) {
        this.id = id;
        this.body = text.getBytes(UTF_8);
        this.entityTag = '"' + id + '"';
        this.contentType = body.length == text.length() ? ASCII : UNICODE;
    }

    String id() {
        return id;
    }

    /** The exact bytes; for reading only. */
    byte[] body() {
        return body;
    }

    String entityTag() {
        return entityTag;
    }

    String contentType() {
        return contentType;
    }

    /** Whether an {@code If-None-Match} header says that the client has this text already (RFC 9110 §13.1.2). */
    boolean isKnownTo(String ifNoneMatch) {
        var tags = new StringTokenizer(ifNoneMatch, ", \t");
        while (tags.hasMoreTokens()) {
            String tag = tags.nextToken();
            if (tag.equals("*") || tag.equals(entityTag) || (tag.startsWith("W/") && tag.startsWith(entityTag, 2))) {
                return true;
            }
        }
        return false;
    }
}
