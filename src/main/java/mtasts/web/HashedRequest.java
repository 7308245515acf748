package mtasts.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body is hashed while it is read. */
class HashedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest = sha256();
    private @Nullable ServletInputStream body;
    private byte @Nullable [] hash;

    HashedRequest(HttpServletRequest request) {
        super(request);
    }

    /** SHA-256 of the whole body, what nobody has read of it included, of the method and of the query. */
    byte[] hash() throws IOException {
        if (hash == null) {
            try (var rest = getInputStream()) {
                rest.transferTo(OutputStream.nullOutputStream());
            }
            hash = digest.digest((getMethod() + '?' + getQueryString()).getBytes(StandardCharsets.UTF_8));
        }
        return hash.clone();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Hashed(super.getInputStream());
        }
        return body;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private final class Hashed extends WatchedBody {

        Hashed(ServletInputStream octets) {
            super(octets);
        }

        @Override
        void came(byte[] octets, int from, int number) {
            digest.update(octets, from, number);
        }
    }
}
