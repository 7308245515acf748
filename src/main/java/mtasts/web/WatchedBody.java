package mtasts.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request, read through to somebody who watches what comes. */
abstract class WatchedBody extends ServletInputStream {

    private final ServletInputStream body;

    WatchedBody(ServletInputStream body) {
        this.body = body;
    }

    /** So many octets of these, at least one, were read. */
    abstract void came(byte[] octets, int from, int number) throws IOException;

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int number = body.read(into, from, length);
        if (number > 0) {
            came(into, from, number);
        }
        return number;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
