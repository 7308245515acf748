package mtasts.sample;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import mtasts.audit.AuditTrail;
import mtasts.domain.Domains;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts made-up domains into an installation without domains, all or none, and takes them out again. */
@Component
class SampleData {

    /** What hangs on a domain, the leaves first. */
    private static final List<String> TABLES =
            List.of("policy_confirmation", "policy_finding", "draft", "policy_version", "mx_host", "domain_tag");

    private final Domains domains;
    private final SampleDeeds deeds;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleData(Domains domains, SampleDeeds deeds, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.domains = domains;
        this.deeds = deeds;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of adding them. */
    enum Outcome {
        ADDED,
        /** They are here already. */
        PRESENT,
        /** Domains are registered, and made-up ones are not mixed with them. */
        DOMAINS
    }

    /**
     * Adds them, where no domain is registered. Nobody registers one meanwhile, and of two who do this at once the second
     * finds them here.
     */
    @Transactional
    public Outcome add() {
        jdbc.sql("lock table domain in share row exclusive mode").update();
        if (exists("removed_at is null and not sample")) {
            return Outcome.DOMAINS;
        }
        if (exists("removed_at is null and sample")) {
            return Outcome.PRESENT;
        }
        delete();
        var now = clock.instant();
        var samples = SampleDomains.all().stream()
                .filter(sample -> domains.everRegistered(sample.name()).isEmpty())
                .toList();
        var added = new AuditTrail.Entry("sample.added", AuditTrail.INSTALLATION, null, number(samples.size()));
        audit.recordAsOne(added, () -> samples.forEach(sample -> sample.play(deeds, now)));
        return Outcome.ADDED;
    }

    /**
     * Takes them out with all that was ever done to them, and nothing else.
     *
     * @return how many they were
     */
    @Transactional
    public int remove() {
        int removed = delete();
        if (removed > 0) {
            audit.record("sample.removed", AuditTrail.INSTALLATION, number(removed), null);
        }
        return removed;
    }

    private int delete() {
        jdbc.sql("select id from domain where sample order by name for update").query(row -> {});
        TABLES.forEach(
                table -> jdbc.sql("delete from " + table + " where domain_id in (select id from domain where sample)")
                        .update());
        return jdbc.sql("delete from domain where sample").update();
    }

    private boolean exists(String condition) {
        return jdbc.sql("select exists (select from domain where " + condition + ")")
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> number(int domains) {
        return Map.of("sample-domains", domains);
    }
}
