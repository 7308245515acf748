package mtasts.estate;

import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.policy.Adoption;
import mtasts.rfc8461.DomainName;

/**
 * A domain that has a policy already, and what is up for it today.
 *
 * @param hosts read without problems; empty where they are not known, or stay as they are registered
 * @param tags to be added, read without objections
 * @param place where its file is to be served from now on; today it is up elsewhere
 */
record Adoptee(DomainName name, MxHosts hosts, Tags tags, Place place, Adoption.Live live) {}
