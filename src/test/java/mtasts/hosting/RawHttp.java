package mtasts.hosting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** Requests as bytes, for what no HTTP client would send. */
public final class RawHttp {

    /** A response as it came, taken apart as far as the tests ask. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1].strip());
        }

        public List<String> headers() {
            return head.lines().skip(1).toList();
        }

        public String header(String name) {
            return headers().stream()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    private RawHttp() {}

    /** Sends lines, each ended by CRLF, and an empty one; reads until the server closes the connection. */
    static Answer send(int port, String... lines) throws IOException {
        return sendText(port, String.join("\r\n", lines) + "\r\n\r\n");
    }

    static Answer sendText(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            return exchange(socket, text);
        }
    }

    /** The same over a connection that is there already. */
    public static Answer exchange(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? new Answer(all, "") : new Answer(all.substring(0, end), all.substring(end + 4));
    }
}
