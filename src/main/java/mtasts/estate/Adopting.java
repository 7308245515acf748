package mtasts.estate;

import java.util.Optional;
import java.util.TreeSet;
import mtasts.domain.Amending;
import mtasts.domain.Amending.Amendment;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.estate.Registering.Registration;
import mtasts.policy.Adoption;
import mtasts.policy.Adoption.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a domain with the policy that it has already. */
@Service
class Adopting {

    private final Domains domains;
    private final Registering registering;
    private final Amending amending;
    private final Adoption adoption;

    Adopting(Domains domains, Registering registering, Amending amending, Adoption adoption) {
        this.domains = domains;
        this.registering = registering;
        this.amending = amending;
        this.adoption = adoption;
    }

    /**
     * Registers the domain, where it is not registered, and adopts its policy, in one transaction. A domain that has
     * versions, registered or removed, stays as it is.
     */
    @Transactional
    Outcome adopt(Adoptee adoptee) {
        registering.onlyOneAtATime(adoptee.name());
        var known = domains.lockEverRegistered(adoptee.name());
        var obstacle = known.flatMap(domain -> adoption.obstacle(domain, adoptee.live()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var outcome = adoption.adopt(atWork(adoptee, known), adoptee.live());
        if (adoptee.place() == Place.HERE) {
            amend(adoptee, new Amendment(null, Place.HERE.text(), null, null, null, null));
        }
        return outcome;
    }

    /** What would stand in the way, looked at and not locked. */
    Optional<Outcome> obstacle(Adoptee adoptee) {
        return domains.everRegistered(adoptee.name()).flatMap(domain -> adoption.obstacle(domain, adoptee.live()));
    }

    /** The domain as it is today: its file is up elsewhere. */
    private Domain atWork(Adoptee adoptee, Optional<Domain> known) {
        if (known.isEmpty() || known.get().removed()) {
            var registration = new Registration(adoptee.name(), adoptee.hosts(), Place.ELSEWHERE, "", adoptee.tags());
            return registering.enrol(registration, known.orElse(null));
        }
        var tags = new TreeSet<>(known.get().tags());
        tags.addAll(adoptee.tags().values());
        amend(
                adoptee,
                new Amendment(
                        adoptee.hosts().isEmpty() ? null : text(adoptee.hosts()),
                        Place.ELSEWHERE.text(),
                        tags.size() > Tags.MOST ? null : String.join(" ", tags),
                        null,
                        null,
                        null));
        return domains.lock(adoptee.name());
    }

    private void amend(Adoptee adoptee, Amendment amendment) {
        amending.amend(adoptee.name(), domains.lock(adoptee.name()).lock(), amendment);
    }

    private static String text(MxHosts hosts) {
        return hosts.noMail()
                ? "."
                : String.join("\n", hosts.hosts().stream().map(MxHost::text).toList());
    }
}
