package mtasts.policy;

/**
 * Another text is served for a domain as soon as the transaction commits.
 *
 * @param domainId the domain's key
 */
public record FileConfirmed(long domainId) {}
