package mtasts.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The MX hosts of a domain as they are typed.
 *
 * @param hosts as {@link MxHosts#read} reads them
 * @param lock of the domain when the edit began
 * @param own not empty when the domain itself is to be its host, because it has no MX record
 */
record HostsForm(String hosts, String lock, String own) {

    HostsForm(@Nullable String hosts, @Nullable String lock, @Nullable String own) {
        this.hosts = Objects.requireNonNullElse(hosts, "");
        this.lock = Objects.requireNonNullElse(lock, "");
        this.own = Objects.requireNonNullElse(own, "");
    }

    static HostsForm of(Domain domain) {
        return new HostsForm(MxHosts.text(domain), "", "");
    }

    MxHosts read(Domain domain) {
        return MxHosts.read(own.isEmpty() ? hosts : domain.name().ascii());
    }

    int expected() {
        return Domains.lock(lock);
    }
}
