package mtasts.domain;

/**
 * A domain's file is to be served somewhere else than before. Published inside the transaction that changes it, after it
 * was written.
 *
 * @param domainId the domain's key
 * @param place where it is served from now on
 */
public record PlaceChanged(long domainId, Place place) {}
