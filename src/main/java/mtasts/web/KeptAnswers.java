package mtasts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to requests with an {@code Idempotency-Key}, for 24 hours each. */
@Component
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who sent it, to which path, under which key. */
    record Key(String sender, String path, String key) {}

    /**
     * What was answered.
     *
     * @param bodyHash of the request
     */
    record Answer(
            byte[] bodyHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {

        void send(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            set(response, HttpHeaders.CONTENT_TYPE, contentType);
            set(response, HttpHeaders.LOCATION, location);
            set(response, HttpHeaders.ETAG, etag);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }

        private static void set(HttpServletResponse response, String name, @Nullable String value) {
            if (value != null) {
                response.setHeader(name, value);
            }
        }
    }

    /** Whether no other request with this key is under way; until the transaction ends there will be none. */
    boolean lock(Key key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:text, 9110))")
                .param("text", String.join("\n", key.sender(), key.path(), key.key()))
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(Key key) {
        return jdbc.sql("""
            select * from kept_answer
            where sender = :sender and path = :path and key = :key and at > :since\
            """)
                .param("sender", key.sender())
                .param("path", key.path())
                .param("key", key.key())
                .param("since", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Answer(
                        row.getBytes("body_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body")))
                .optional();
    }

    /** Keeps it, and lets go of some that are too old. */
    void keep(Key key, byte[] bodyHash, AnswerToKeep toKeep) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            delete from kept_answer where ctid in (
                select ctid from kept_answer where at <= :since order by at limit 100 for update skip locked)\
            """).param("since", now.minus(KEPT)).update();
        var answer = toKeep.answer(bodyHash);
        jdbc.sql("""
            insert into kept_answer (sender, path, key, at, body_hash, status, content_type, location, etag, body)
            values (:sender, :path, :key, :at, :hash, :status, :type, :location, :etag, :body)
            on conflict (sender, path, key) do update set at = excluded.at, body_hash = excluded.body_hash,
                status = excluded.status, content_type = excluded.content_type, location = excluded.location,
                etag = excluded.etag, body = excluded.body\
            """)
                .param("sender", key.sender())
                .param("path", key.path())
                .param("key", key.key())
                .param("at", now)
                .param("hash", answer.bodyHash())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .update();
    }
}
