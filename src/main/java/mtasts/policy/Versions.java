package mtasts.policy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.rfc8461.PolicyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions ever published. They are appended and confirmed, and nothing else. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final VersionRows rows;
    private final ApplicationEventPublisher events;

    Versions(JdbcClient jdbc, VersionRows rows, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
    }

    /** All of a domain, newest first. */
    public List<PolicyVersion> of(Domain domain) {
        return jdbc.sql(VersionRows.SELECT + " order by v.number desc")
                .param("domain", domain.id())
                .query(rows)
                .list();
    }

    /** The one published last. */
    public Optional<PolicyVersion> current(Domain domain) {
        return jdbc.sql(VersionRows.SELECT + " order by v.number desc limit 1")
                .param("domain", domain.id())
                .query(rows)
                .optional();
    }

    /** The one that is served: the latest whose file is up. */
    public Optional<PolicyVersion> live(Domain domain) {
        return jdbc.sql(VersionRows.SELECT + " and f.confirmed_at is not null order by v.number desc limit 1")
                .param("domain", domain.id())
                .query(rows)
                .optional();
    }

    public Optional<PolicyVersion> find(Domain domain, int number) {
        return jdbc.sql(VersionRows.SELECT + " and v.number = :number")
                .param("domain", domain.id())
                .param("number", number)
                .query(rows)
                .optional();
    }

    /** Whether senders could ever get any: it was served here, or somebody said that its file is up. */
    public boolean everUp(Domain domain) {
        return confirmed(domain, "what <> 'records'");
    }

    /** Whether somebody ever said that the DNS records were created. */
    boolean everInDns(Domain domain) {
        return confirmed(domain, "what = 'records'");
    }

    private boolean confirmed(Domain domain, String which) {
        return jdbc.sql("select exists (select from policy_confirmation where domain_id = :domain and " + which + ")")
                .param("domain", domain.id())
                .query(Boolean.class)
                .single();
    }

    boolean idIsUsed(Domain domain, PolicyId id) {
        return jdbc.sql("select exists (select from policy_version where domain_id = :domain and policy_id = :id)")
                .param("domain", domain.id())
                .param("id", id.text())
                .query(Boolean.class)
                .single();
    }

    /** Appends a version; what is confirmed of it is not stored with it. */
    void append(PolicyVersion version, Author author) {
        jdbc.sql("""
            insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed,
                author_id, author, note, reason, word)
            values (:domain, :number, :id, :text, :mode, :mx, :maxAge, :place, :at, :deed,
                :authorId, :author, :note, :reason, :word::jsonb)\
            """)
                .param("domain", version.domainId())
                .param("number", version.number())
                .param("id", version.id().text())
                .param("text", version.text())
                .param("mode", version.mode().text())
                .param("mx", version.mx().stream().map(Object::toString).toArray(String[]::new))
                .param("maxAge", version.maxAge().seconds())
                .param("place", version.place().text())
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .param("deed", version.deed().text())
                .param("authorId", author.id())
                .param("author", author.name())
                .param("note", version.note())
                .param("reason", version.reason())
                .param("word", rows.json(version.word()))
                .update();
    }

    void confirmFile(PolicyVersion version, Instant at, String by) {
        confirm(version, "file", at, by);
        events.publishEvent(new FileConfirmed(version.domainId()));
    }

    void confirmRecords(PolicyVersion version, Instant at, String by) {
        confirm(version, "records", at, by);
    }

    private void confirm(PolicyVersion version, String what, Instant at, String by) {
        jdbc.sql("""
            insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)
            values (:domain, :number, :what, :at, :by)\
            """)
                .param("domain", version.domainId())
                .param("number", version.number())
                .param("what", what)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
