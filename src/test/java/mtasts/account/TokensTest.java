package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens are made in the browser, shown once, and work until they do not. */
class TokensTest extends WithPeople {

    private static final Pattern SECRET = Pattern.compile("mtasts_[\\w-]{43}");

    Visitor ada;

    @BeforeEach
    void adaIsIn() {
        crowd.administrator("Ada");
        ada = signedIn("ada@example.net");
        ada.get("/account/tokens");
    }

    private String made(Visitor visitor, String name, String scope, String days) {
        var page = visitor.post("/account/tokens", "name", name, "scope", scope, "days", days)
                .body();
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).as("a token on %s", page).isTrue();
        return secret.group();
    }

    private Caller caller(String token) {
        return new Caller(port, token);
    }

    @Test
    void aTokenIsShownOnceAndItsHashAloneIsKept() {
        var secret = made(ada, "DNS pipeline", "write", "90");
        assertThat(ada.get("/account/tokens").body()).contains("DNS pipeline").doesNotContain(secret);
        assertThat(jdbc.sql("select count(*) from api_token t, audit_entry e where t::text || e::text like '%' ||"
                                + " :secret || '%'")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trail().getFirst()).startsWith("Ada token.created DNS pipeline {\"token-until\": ");
    }

    @Test
    void withoutATokenNothingIsToldButWhatToDo() {
        var answer = caller("x").get("/api/v1/audit");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token.unknown");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(new Caller(port, null).get("/api/v1/audit").code()).isEqualTo("token.missing");
        assertThat(new Caller(port, null)
                        .with("Accept-Language", "es")
                        .get("/api/v1/audit")
                        .text("detail"))
                .startsWith("Envíe un token");
    }

    @Test
    void aSessionsCookieOpensNoDoorOfTheApi() {
        assertThat(ada.get("/api/v1/audit").statusCode()).isEqualTo(401);
    }

    @Test
    void aReadingTokenChangesNothing() {
        var reading = caller(made(ada, "reader", "read", ""));
        assertThat(reading.get("/api/v1/nothing").status()).isEqualTo(404);
        var refused = reading.post("/api/v1/domains", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("token.reads-only");
    }

    @Test
    void whoMayOnlyReadHasTokensThatOnlyRead() {
        crowd.reader("Rea");
        var rea = signedIn("rea@example.net");
        rea.get("/account/tokens");
        assertThat(rea.post("/account/tokens", "name", "x", "scope", "write", "days", "30")
                        .body())
                .contains("your tokens may only read too")
                .doesNotContainPattern(SECRET);
        assertThat(caller(made(rea, "x", "read", "30")).get("/api/v1/nothing").status())
                .isEqualTo(404);
    }

    @Test
    void aTokenMayNoMoreThanItsPersonMayNow() {
        var bea = crowd.administrator("Bea");
        var beas = signedIn("bea@example.net");
        beas.get("/account/tokens");
        var writing = caller(made(beas, "x", "write", ""));
        assertThat(writing.post("/api/v1/nothing", "{}").status()).isEqualTo(404);
        ada.press("/people/" + bea.id() + "/role", "role", "reader");
        assertThat(writing.post("/api/v1/nothing", "{}").status()).isEqualTo(403);
        ada.press("/people/" + bea.id() + "/disable");
        assertThat(writing.get("/api/v1/nothing").status()).isEqualTo(401);
    }

    @Test
    void aTokenEndsOnItsDay() {
        var token = caller(made(ada, "x", "read", "30"));
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(token.get("/api/v1/nothing").status()).isEqualTo(404);
        clock.advance(Duration.ofSeconds(1));
        assertThat(token.get("/api/v1/nothing").status()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenWorksNoMore() {
        var token = caller(made(ada, "x", "read", ""));
        assertThat(token.get("/api/v1/nothing").status()).isEqualTo(404);
        var id = jdbc.sql("select id from api_token").query(Long.class).single();
        assertThat(ada.press("/account/tokens/" + id + "/revoke").body()).contains("no longer works");
        assertThat(token.get("/api/v1/nothing").status()).isEqualTo(401);
        assertThat(trail().getFirst()).isEqualTo("Ada token.revoked x {\"token-owner\": \"Ada\"}");
    }

    @Test
    void aReaderRevokesTheOwnTokensOnly() {
        made(ada, "x", "read", "");
        crowd.reader("Rea");
        var rea = signedIn("rea@example.net");
        assertThat(rea.get("/account/tokens").body()).doesNotContain("mtasts_").contains("There is no token yet");
        var id = jdbc.sql("select id from api_token").query(Long.class).single();
        rea.get("/account/tokens");
        assertThat(rea.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from api_token where revoked_at is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theLastUseIsSeen() {
        var token = caller(made(ada, "x", "read", ""));
        assertThat(ada.get("/account/tokens").body()).contains("never");
        token.get("/api/v1/nothing");
        clock.advance(Duration.ofMinutes(5));
        assertThat(ada.get("/account/tokens").body()).contains("5 minutes ago");
    }
}
