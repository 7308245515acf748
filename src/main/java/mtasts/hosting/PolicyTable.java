package mtasts.hosting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every policy that is served, by the name of its policy host. It is in memory and good for answering whether or not
 * the database can be reached; {@link PolicyTableReader} fills it.
 */
@Component
class PolicyTable {

    private volatile Map<String, ServedPolicy> byHost = new ConcurrentHashMap<>();

    /**
     * The policy that a policy host hands out, or {@code null} when there is none.
     *
     * @param host as {@link PolicyHost#named} gives it
     */
    @Nullable
    ServedPolicy servedAt(String host) {
        return byHost.get(host);
    }

    int size() {
        return byHost.size();
    }

    /** Serves a text for a domain from now on; an id that is known already means a text that is. */
    void serve(String domain, String id, String text) {
        byHost.compute(
                PolicyHost.of(domain),
                (host, known) -> known != null && known.id().equals(id) ? known : new ServedPolicy(id, text));
    }

    /** Serves nothing for a domain from now on. */
    void serveNothing(String domain) {
        byHost.remove(PolicyHost.of(domain));
    }

    /** Takes over what another table serves, all at once. */
    void become(PolicyTable other) {
        byHost = other.byHost;
    }
}
