package mtasts.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mtasts.audit.AuditTrail;
import mtasts.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of programs: made, borne, and revoked. A row is never deleted, so that the audit trail keeps its names. */
@Component
class Tokens {

    /** How each token begins, so that whoever finds one in the wrong place knows what it is. */
    static final String PREFIX = "mtasts_";

    /** The most that one person may have at a time. */
    static final int MOST = 100;

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    Tokens(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes the secret of a new token: 256 random bits. */
    static String secret() {
        return PREFIX + OneTimeLink.random();
    }

    /**
     * Keeps a token for somebody, by the hash of its secret.
     *
     * @param expiresAt {@code null} for never
     * @return whether there is room for it: the person has {@link #MOST} at the most
     */
    @Transactional
    public boolean create(Actor actor, String name, boolean writes, @Nullable Instant expiresAt, String secret) {
        if (working(actor.personId()) >= MOST) {
            return false;
        }
        jdbc.sql("""
            insert into api_token (person_id, name, hash, writes, created_at, expires_at)
            values (:person, :name, :hash, :writes, :now, :expires)\
            """)
                .param("person", actor.personId())
                .param("name", name)
                .param("hash", OneTimeLink.hash(secret))
                .param("writes", writes)
                .param("now", utc(clock.instant()))
                .param("expires", expiresAt == null ? null : utc(expiresAt))
                .update();
        var values = new HashMap<String, Object>(Map.of("token-writes", writes));
        if (expiresAt != null) {
            values.put("token-until", expiresAt);
        }
        trail.record(actor, "token.created", name, null, values);
        return true;
    }

    /**
     * Ends a token at once. Everybody may end the own ones, whoever may change things everybody's.
     *
     * @return the token, or nothing where there is none that the actor may end
     */
    @Transactional
    public Optional<Token> revoke(Actor actor, long id) {
        var token = find("where t.id = :id and (:all or t.person_id = :person) for update of t", actor)
                .param("id", id)
                .query(Tokens::token)
                .optional();
        token.filter(one -> one.revokedAt() == null).ifPresent(one -> {
            jdbc.sql("update api_token set revoked_at = :now where id = :id")
                    .param("now", utc(clock.instant()))
                    .param("id", id)
                    .update();
            trail.record(actor, "token.revoked", one.name(), Map.of("token-owner", one.owner()), null);
        });
        return token;
    }

    /** What the actor may see: the own tokens, and to whoever may change things everybody's. Those that work come first. */
    List<Token> seenBy(Actor actor) {
        return find("where :all or t.person_id = :person order by t.revoked_at nulls first, t.id desc limit 500", actor)
                .query(Tokens::token)
                .list();
    }

    /** Who bears this secret, where it is that of a token which works and whose person may still be here. */
    Optional<TokenBearer> bearer(String secret) {
        var now = clock.instant();
        var bearer = jdbc.sql("""
            select t.id, t.person_id, t.name, t.writes, p.display_name, p.role, t.last_used_at
            from api_token t join person p on p.id = t.person_id
            where t.hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                and p.disabled_at is null\
            """)
                .param("hash", OneTimeLink.hash(secret))
                .param("now", utc(now))
                .query((row, number) -> new TokenBearer(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("display_name") + " (" + row.getString("name") + ")",
                        row.getBoolean("writes") && Role.ADMINISTRATOR.text().equals(row.getString("role"))))
                .optional();
        bearer.ifPresent(one -> noteUse(one.tokenId(), now));
        return bearer;
    }

    /** Not at every request: a busy token would write a row each time. */
    private void noteUse(long id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id"
                        + " and (last_used_at is null or last_used_at < :before)")
                .param("now", utc(now))
                .param("before", utc(now.minus(USE_IS_NOTED_EVERY)))
                .param("id", id)
                .update();
    }

    private int working(long person) {
        return jdbc.sql("select count(*) from api_token where person_id = :person and revoked_at is null"
                        + " and (expires_at is null or expires_at > :now)")
                .param("person", person)
                .param("now", utc(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec find(String condition, Actor actor) {
        return jdbc.sql("select t.*, p.display_name from api_token t join person p on p.id = t.person_id " + condition)
                .param("all", actor.mayChange())
                .param("person", actor.personId());
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("display_name"),
                row.getString("name"),
                row.getBoolean("writes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
