package mtasts.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
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

    /** SHA-256 of the method and the whole body, what nobody has read of it included. */
    byte[] hash() throws IOException {
        if (hash == null) {
            try (var rest = getInputStream()) {
                var octets = new byte[8192];
                for (int read = 0; read >= 0; ) {
                    read = rest.read(octets, 0, octets.length);
                }
            }
            hash = digest.digest(getMethod().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
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

    private final class Hashed extends ServletInputStream {

        private final ServletInputStream octets;

        Hashed(ServletInputStream octets) {
            this.octets = octets;
        }

        @Override
        public int read() throws IOException {
            int octet = octets.read();
            if (octet >= 0) {
                digest.update((byte) octet);
            }
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = octets.read(into, from, length);
            if (read > 0) {
                digest.update(into, from, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return octets.isFinished();
        }

        @Override
        public boolean isReady() {
            return octets.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            octets.setReadListener(listener);
        }
    }
}
