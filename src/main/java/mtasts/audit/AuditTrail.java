package mtasts.audit;

import java.security.Principal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The record of every change. A use case calls {@code record} once for each thing that it changed, inside its
 * transaction, so that a change and its entry stand or fall together.
 *
 * <p>Each action has a sentence under {@code audit.action.<action>} in the message bundle of the module that records it,
 * and each key of before and after a name under {@code audit.field.<key>}, in every language. A value that is a code may have
 * one under {@code audit.value.<key>.<value>}.
 */
@Component
public class AuditTrail {

    /** Who is named when nobody is signed in: the installation itself, such as its scheduled work. */
    public static final String INSTALLATION = "installation";

    /** Who is named when a command was given on the machine itself. */
    public static final String CONSOLE = "console";

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}(%\\w{1,20})?");

    private static final ThreadLocal<Boolean> AS_ONE = ThreadLocal.withInitial(() -> false);

    private final JdbcClient jdbc;
    private final AuditRows rows;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, AuditRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Adds what the signed-in person did; without one, what the installation did.
     *
     * @param action a stable dotted code, such as {@code policy.published}
     * @param subject what it was done to, as people name it: a domain's A-label, a mail address
     * @param before the values that changed as they were, {@code null} when the subject did not exist. Text, numbers,
     *     booleans, instants, and lists of them; never a secret
     * @param after the same keys as they are now, {@code null} when the subject is gone
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subject, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
        record(signedIn(), action, subject, before, after);
    }

    /**
     * The same, for a deed of somebody who is not signed in yet or is no person, such as {@code console}.
     *
     * @param who an {@link Actor} where it is a person; else the name alone is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Principal who,
            String action,
            String subject,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {
        add(who, List.of(new Entry(action, subject, before, after)));
    }

    /** One of many entries, as {@link #record} takes it. */
    public record Entry(
            String action,
            String subject,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {}

    /** Adds many entries of the signed-in person at once, in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Entry> entries) {
        add(signedIn(), entries);
    }

    private void add(Principal who, List<Entry> entries) {
        if (AS_ONE.get()) {
            return;
        }
        var actor = who instanceof Actor person ? person : null;
        jdbc.sql("""
            insert into audit_entry (at, person_id, who, address, action, subject, before, after)
            select :at, :person, :who, :address, action, subject, before::jsonb, after::jsonb
            from unnest(:actions::text[], :subjects::text[], :befores::text[], :afters::text[])
                with ordinality as entry (action, subject, before, after, number) order by number\
            """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", actor == null ? null : actor.personId(), Types.BIGINT)
                .param("who", actor == null ? who.getName() : actor.displayName())
                .param("address", addressOf(who), Types.VARCHAR)
                .param("actions", entries.stream().map(Entry::action).toArray(String[]::new))
                .param("subjects", entries.stream().map(Entry::subject).toArray(String[]::new))
                .param(
                        "befores",
                        entries.stream().map(entry -> rows.json(entry.before())).toArray(String[]::new))
                .param(
                        "afters",
                        entries.stream().map(entry -> rows.json(entry.after())).toArray(String[]::new))
                .update();
    }

    /**
     * Adds one entry of the signed-in person for all that is done within: what is done there adds none of its own. For deeds
     * that mean something together only.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAsOne(Entry entry, Runnable deeds) {
        AS_ONE.set(true);
        try {
            deeds.run();
        } finally {
            AS_ONE.remove();
        }
        record(List.of(entry));
    }

    /** The latest entries, newest first, at most {@code count} of them. */
    public List<AuditEntry> latest(int count) {
        return jdbc.sql("select * from audit_entry order by at desc, id desc limit :count")
                .param("count", count)
                .query(rows)
                .list();
    }

    /** The same of what happened to domains, one or many, whatever else people did meanwhile. */
    public List<AuditEntry> latestOfDomains(int count) {
        return jdbc.sql("""
            select * from audit_entry
            where action like 'domain.%' or action like 'policy.%' or action like 'sample.%' or action like 'job.%'
            order by at desc, id desc limit :count\
            """).param("count", count).query(rows).list();
    }

    private static Principal signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? actor
                : () -> INSTALLATION;
    }

    /** From which network address somebody does what is done now, {@code null} where nobody knows. */
    public static @Nullable String addressOf(Principal who) {
        var known = who instanceof Actor actor ? actor.address() : null;
        return known == null ? ofRequest() : known;
    }

    /** Behind a trusted proxy the address is whatever text was forwarded: only what looks like an address is kept. */
    private static @Nullable String ofRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && ADDRESS.matcher(attributes.getRequest().getRemoteAddr())
                                .matches()
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
