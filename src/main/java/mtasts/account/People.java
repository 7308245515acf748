package mtasts.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who uses, or used, this installation. */
interface People extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(long id);

    Optional<Person> findByMail(String mail);

    Optional<Person> findByLinkHash(byte[] hash);

    List<Person> findAllByOrderByDisabledAtDescDisplayNameAsc();

    boolean existsByMail(String mail);

    @Query("select count(p) > 0 from Person p where lower(p.displayName) = lower(:name) and p.id <> :except")
    boolean isNameTaken(String name, long except);

    @NativeQuery("select exists (select from person)")
    boolean isAnybodyThere();

    /** The person, with nobody else changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> lock(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.linkHash = :hash")
    Optional<Person> lockByLink(byte[] hash);

    /**
     * Everybody who is an administrator, in one order for all, so that of two who take each other's rights one waits.
     * To be called before a person is loaded in any other way.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.role = mtasts.account.Role.ADMINISTRATOR order by p.id")
    List<Person> lockAdministrators();
}
