package mtasts.account;

import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class SignInTest extends WithPeople {

    @Test
    void signingInLeadsToThePageThatWasAskedFor() {
        crowd.administrator("Ada");
        var asked = visitor.get(
                "/people?x={1}&y=ä".replace("{", "%7B").replace("}", "%7D").replace("ä", "%C3%A4"));
        assertThat(location(asked)).isEqualTo("/sign-in?to=%2Fpeople%3Fx%3D%257B1%257D%26y%3D%25C3%25A4");
        visitor.get(location(asked));
        var in = visitor.post("/sign-in", "mail", " Ada@Example.net ", "password", PASSWORD, "to", "/people?x=%7B1%7D");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/people?x=%7B1%7D");
        assertThat(visitor.get("/people").body()).contains("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""})
    void signingInLeadsNowhereElse(String to) {
        crowd.administrator("Ada");
        visitor.get("/sign-in");
        var in = visitor.post("/sign-in", "mail", "ada@example.net", "password", PASSWORD, "to", to);
        assertThat(location(in)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/setup", "/help", "/webjars/none", "/link/none", "/people", "/no/such/page"})
    void aVisitorGetsNoSession(String path) {
        crowd.administrator("Ada");
        var answer = visitor.get(path);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("session=") || cookie.startsWith("JSESSIONID="));
        assertThat(sessions()).isZero();
    }

    @Test
    void aRefusalMakesNoSessionEither() {
        crowd.administrator("Ada");
        visitor.signIn("ada@example.net", "something else");
        assertThat(visitor.cookie("session")).isEmpty();
        assertThat(sessions()).isZero();
    }

    @Test
    void theSessionCookieIsForThisSiteAlone() {
        crowd.administrator("Ada");
        var in = visitor.signIn("ada@example.net", PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain", "Max-Age");
        assertThat(jdbc.sql("select max_inactive_interval from spring_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12 * 60 * 60);
    }

    @Test
    void overHttpsEveryCookieIsSecure() {
        crowd.administrator("Ada");
        var secure = new Visitor(port).with("X-Forwarded-Proto", "https");
        var page = secure.get("/sign-in");
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void aSessionThatWasPlantedIsNotTakenOver() {
        crowd.administrator("Ada");
        crowd.administrator("Eve");
        var eve = new Visitor(port);
        eve.signIn("eve@example.net", PASSWORD);
        var planted = eve.cookie("session").orElseThrow();
        visitor.get("/sign-in");
        visitor.plant("session", planted);
        visitor.post("/sign-in", "mail", "ada@example.net", "password", PASSWORD);
        assertThat(visitor.cookie("session")).isPresent().get().isNotEqualTo(planted);
        assertThat(visitor.get("/account").body()).contains("ada@example.net");
        assertThat(eve.isIn()).isFalse();
    }

    @Test
    void signingInAnewEndsTheSessionThatTheBrowserHad() {
        crowd.administrator("Ada");
        visitor.signIn("ada@example.net", PASSWORD);
        var first = visitor.cookie("session").orElseThrow();
        visitor.get("/account");
        visitor.post("/sign-in", "mail", "ada@example.net", "password", PASSWORD);
        assertThat(visitor.cookie("session")).isPresent().get().isNotEqualTo(first);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aSessionThatWasNotUsedForTwelveHoursIsOver() {
        crowd.administrator("Ada");
        visitor.signIn("ada@example.net", PASSWORD);
        assertThat(visitor.isIn()).isTrue();
        jdbc.sql("update spring_session set last_access_time = last_access_time - 12 * 3600 * 1000 - 1000")
                .update();
        assertThat(visitor.isIn()).isFalse();
    }

    @Test
    void nothingTellsAnUnknownAccountFromAWrongPasswordOrADisabledAccount() {
        crowd.administrator("Ada");
        var rea = crowd.reader("Rea");
        rea.disable(clock.instant());
        people.save(rea);
        var wrong = visitor.signIn("ada@example.net", "something else").body();
        var unknown =
                new Visitor(port).signIn("nobody@example.net", "something else").body();
        var disabled = new Visitor(port).signIn("rea@example.net", PASSWORD).body();
        assertThat(wrong).contains("do not belong together");
        assertThat(plain(unknown, "nobody@example.net")).isEqualTo(plain(wrong, "ada@example.net"));
        assertThat(plain(disabled, "rea@example.net")).isEqualTo(plain(wrong, "ada@example.net"));
    }

    @Test
    void whoeverGuessesIsToldWhenToTryAgainAndTheOwnerGetsInFromElsewhere() {
        crowd.administrator("Ada");
        var guesser = new Visitor(port).from("203.0.113.5");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guesser.signIn("ada@example.net", "guess number " + guess)
                            .statusCode())
                    .isEqualTo(200);
        }
        var stopped = guesser.signIn("ada@example.net", PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("180");
        assertThat(stopped.body()).contains("Try again in 3 minutes");

        var owner = new Visitor(port).from("198.51.100.7");
        assertThat(owner.signIn("ada@example.net", PASSWORD).statusCode()).isEqualTo(303);

        clock.advance(Duration.ofMinutes(3));
        assertThat(guesser.signIn("ada@example.net", "one more guess").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStoppedGuessLooksTheSameForAnAccountThatDoesNotExist() {
        crowd.administrator("Ada");
        var guesser = new Visitor(port).from("203.0.113.6");
        for (int guess = 0; guess < 5; guess++) {
            guesser.signIn("nobody-here@example.net", "guess number " + guess);
        }
        assertThat(guesser.signIn("nobody-here@example.net", "guess").statusCode())
                .isEqualTo(429);
    }

    @Test
    void aHashMadeWithLessCostIsMadeAnewAtSignIn() {
        var ada = crowd.administrator("Ada");
        var weak = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(PASSWORD);
        ada.strengthen(weak);
        people.save(ada);
        assertThat(visitor.signIn("ada@example.net", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(people.findByMail("ada@example.net").orElseThrow().password())
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void signingOutEndsTheSessionAndIsNoLinkThatAnybodyCanPlant() {
        crowd.administrator("Ada");
        visitor.signIn("ada@example.net", PASSWORD);
        visitor.get("/sign-out");
        assertThat(visitor.isIn()).isTrue();
        var out = visitor.post("/sign-out");
        assertThat(location(out)).isEqualTo("/sign-in?left");
        assertThat(visitor.get("/sign-in?left").body()).contains("You are signed out");
        assertThat(sessions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void aFormOfAnotherSiteIsRefusedAndNotEvenShown(String header, String value) {
        crowd.administrator("Ada");
        visitor.signIn("ada@example.net", PASSWORD);
        visitor.get("/account");
        visitor.forget("form");
        var refused = visitor.with(header, value).post("/account", "displayName", "Eve", "language", "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This form is too old").doesNotContain("Eve");
        assertThat(people.findByMail("ada@example.net").orElseThrow().displayName())
                .isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void aPasswordOfAnyLengthIsAnsweredPlainly(int length) {
        crowd.administrator("Ada");
        assertThat(visitor.signIn("ada@example.net", "x".repeat(length)).body()).contains("do not belong together");
    }

    /** The page without what differs on every page. */
    private static String plain(String page, String mail) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replace(mail, "MAIL");
    }
}
