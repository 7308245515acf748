package mtasts.domain;

import jakarta.persistence.Embeddable;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * A host that takes a domain's mail (RFC 5321 §5.1).
 *
 * @param preference as in its MX record, 0 to 65535, the lowest first; {@code null} where none was given
 * @param host its name as a lower-case A-label name without trailing dot
 */
@Embeddable
public record MxHost(@Nullable Integer preference, String host) {

    /** The host's name. */
    public DomainName name() {
        return DomainName.of(host);
    }

    /** As it is written in an MX record, and as {@link MxHosts#read} reads it: {@code 10 mx1.example.net}. */
    public String text() {
        return preference == null ? host : preference + " " + host;
    }
}
