package mtasts.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The network that an address stands for when requests are counted. */
public final class Network {

    private Network() {}

    /**
     * An IPv4 address itself, and the first eight bytes of an IPv6 address: one customer has a whole /64. A text with a
     * colon is never looked up by name.
     */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
