package mtasts.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mtasts.rfc8461.DomainName;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All domains that are registered here; and, where a method says so, those that were removed. */
public interface Domains extends Repository<Domain, Long> {

    /** The domain of that name, unless it is unknown or removed. */
    @Query("select d from Domain d where d.name = :name and d.removedAt is null")
    Optional<Domain> registered(DomainName name);

    /**
     * The domain of that name.
     *
     * @throws NoSuchDomain when it is unknown or removed
     */
    default Domain require(DomainName name) {
        return registered(name).orElseThrow(() -> new NoSuchDomain(name));
    }

    /**
     * The domain of that name, kept from everybody else's changes until the transaction ends. Every use case that changes
     * a domain, or what is published for it, begins with this.
     *
     * @throws NoSuchDomain when it is unknown or removed
     */
    default Domain lock(DomainName name) {
        return lockEverRegistered(name).filter(domain -> !domain.removed()).orElseThrow(() -> new NoSuchDomain(name));
    }

    /** The domain of that name, removed or not. */
    @Query("select d from Domain d where d.name = :name")
    Optional<Domain> everRegistered(DomainName name);

    /** The domain of that name, removed or not, kept from everybody else's changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Domain d where d.name = :name")
    Optional<Domain> lockEverRegistered(DomainName name);

    /** The domains of these names, without those that are unknown or removed, by name. */
    @Query("select d from Domain d where d.name in :names and d.removedAt is null order by d.name")
    List<Domain> registered(Collection<DomainName> names);

    /**
     * The same, kept from everybody else's changes until the transaction ends. They are taken in the order of their names,
     * so that two who take many wait for one another and never in a circle.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Domain d where d.name in :names and d.removedAt is null order by d.name")
    List<Domain> lock(Collection<DomainName> names);

    /**
     * The same for all of these names, each once, in the order given.
     *
     * @throws NoSuchDomain when one of them is unknown or removed
     */
    default List<Domain> lockEach(List<DomainName> names) {
        var locked = lock(names).stream().collect(Collectors.toMap(Domain::name, Function.identity()));
        return names.stream()
                .map(name -> Optional.ofNullable(locked.get(name)).orElseThrow(() -> new NoSuchDomain(name)))
                .toList();
    }

    /** The domain with that key, removed or not. */
    Optional<Domain> findById(long id);

    /** The {@link Domain#lock()} that a form began with; one that no domain has where it is no number. */
    static int lock(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    /** Writes the domain at once, so that SQL of the same transaction sees it. */
    Domain saveAndFlush(Domain domain);
}
