package mtasts.domain;

/**
 * A domain's MX hosts are no longer the same. Published inside the transaction that changes them, after they were written.
 *
 * @param domainId the domain's key
 */
public record MxHostsChanged(long domainId) {}
