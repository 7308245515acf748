package mtasts.domain;

import java.util.List;
import mtasts.rfc8461.DomainName;

/**
 * A mail provider whose MX hosts are known.
 *
 * @param name what people call it
 * @param recognise globs for its hosts, in which {@code *} stands for exactly one whole label wherever it stands. They
 *     are never written into a policy
 * @param mx what its customers' policies say: MX patterns, and for hosts that differ from customer to customer a text in
 *     angle brackets, which means the exact host
 */
public record Provider(String name, List<String> recognise, List<String> mx) {

    public Provider {
        recognise = List.copyOf(recognise);
        mx = List.copyOf(mx);
    }

    /** Whether the host is one of this provider's. */
    public boolean runs(DomainName host) {
        return recognise.stream()
                .anyMatch(glob -> covers(glob.split("\\."), host.ascii().split("\\.")));
    }

    private static boolean covers(String[] glob, String[] labels) {
        if (glob.length != labels.length) {
            return false;
        }
        for (int i = 0; i < glob.length; i++) {
            if (!glob[i].equals("*") && !glob[i].equals(labels[i])) {
                return false;
            }
        }
        return true;
    }
}
