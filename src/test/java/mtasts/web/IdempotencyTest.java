package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import mtasts.ApplicationTest;
import mtasts.account.Caller;
import mtasts.account.Caller.Answer;
import mtasts.account.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a key does while its request is under way, and when that fails here. */
@ApplicationTest
class IdempotencyTest {

    private static final String PATH = "/api/v1/domains/example.com/versions";

    @Autowired
    Programs programs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Caller keyed;

    @BeforeEach
    void aDomainWithADraft() {
        var caller = programs.writing();
        caller.post("/api/v1/domains", "{\"name\": \"example.com\", \"mxHosts\": [\"mx.example.net\"]}");
        keyed = caller.with("Idempotency-Key", "k");
    }

    private Answer publish() {
        return keyed.post(PATH, "{}");
    }

    /** As long as the domain is held, the one of both that came first cannot end. */
    @Test
    void whatIsStillRunningIsNotBegunAgain() {
        Supplier<Answer> publishing = this::publish;
        var both = new TransactionTemplate(transactions).execute(held -> {
            jdbc.sql("select id from domain for update").query(Long.class).list();
            var one = CompletableFuture.supplyAsync(publishing);
            var other = CompletableFuture.supplyAsync(publishing);
            var told = (Answer) CompletableFuture.anyOf(one, other).join();
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.code()).isEqualTo("request.still-running");
            return one.isDone() ? other : one;
        });
        var published = both.join();
        assertThat(published.status()).isEqualTo(201);
        assertThat(publish().response().body()).isEqualTo(published.response().body());
    }

    @Test
    void whatFailedHereIsTriedAgain() {
        jdbc.sql("alter table policy_version add constraint test_nothing check (number < 0) not valid")
                .update();
        try {
            assertThat(publish().status()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table policy_version drop constraint test_nothing").update();
        }
        assertThat(publish().status()).isEqualTo(201);
    }
}
