package mtasts.account;

import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest extends WithPeople {

    private static final String REA = "rea@example.net";
    private static final String NEW_PASSWORD = "four green bicycles";

    Visitor here;
    Visitor elsewhere;

    @BeforeEach
    void reaIsInWithTwoBrowsers() {
        crowd.administrator("Ada");
        crowd.reader("Rea");
        here = signedIn(REA);
        elsewhere = signedIn(REA);
        assertThat(here.isIn()).isTrue();
        assertThat(elsewhere.isIn()).isTrue();
    }

    @Test
    void aReaderChangesTheOwnNameAndIsCalledSoAtOnceEverywhere() {
        assertThat(here.press("/account", "displayName", "Rea of Berlin", "language", "")
                        .body())
                .contains("Saved.");
        assertThat(elsewhere.get("/account").body()).contains("Rea of Berlin");
        assertThat(trail().getFirst())
                .isEqualTo("Rea person.renamed rea@example.net {\"name\": \"Rea\"} {\"name\": \"Rea of Berlin\"}");
    }

    @Test
    void twoPeopleAreNotCalledTheSame() {
        assertThat(here.post("/account", "displayName", "ADA", "language", "").body())
                .contains("Somebody else is called so already");
        assertThat(person(REA).displayName()).isEqualTo("Rea");
        assertThat(here.press("/account", "displayName", "REA", "language", "").body())
                .contains("Saved.");
    }

    @Test
    void theLanguageOfTheAccountGoesBeforeTheBrowsers() {
        here.press("/account", "displayName", "Rea", "language", "es");
        assertThat(elsewhere.with("Accept-Language", "en").get("/account").body())
                .contains("<html lang=\"es\"", "Su cuenta");
        assertThat(trail().getFirst())
                .isEqualTo("Rea person.language-chosen rea@example.net {\"language\": null} {\"language\": \"es\"}");
        here.press("/account", "displayName", "Rea", "language", "xx");
        assertThat(person(REA).language()).isNull();
    }

    @Test
    void theLanguageThatIsSwitchedOnAnyPageIsKeptWithTheAccount() {
        here.press("/language", "language", "es", "return", "/people");
        assertThat(elsewhere.get("/account").body()).contains("Su cuenta");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        var before = here.cookie("session");
        assertThat(here.press("/account/password", "oldPassword", PASSWORD, "password", NEW_PASSWORD)
                        .body())
                .contains("The password is changed");
        assertThat(here.isIn()).isTrue();
        assertThat(here.cookie("session")).isNotEqualTo(before);
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(signedIn(REA).isIn()).isFalse();
        assertThat(new Visitor(port).signIn(REA, NEW_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(trail().getFirst()).isEqualTo("Rea person.password-changed rea@example.net");
    }

    @Test
    void theOldPasswordIsAskedForAndGuessedAtFiveTimesAtMost() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(here.post("/account/password", "oldPassword", "guess " + guess, "password", NEW_PASSWORD)
                            .body())
                    .contains("This is not your present password");
        }
        var stopped = here.post("/account/password", "oldPassword", PASSWORD, "password", NEW_PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.body()).contains("Try again in");
        assertThat(elsewhere.isIn()).isTrue();
    }

    @Test
    void aBadNewPasswordIsSaidToBeBadAndNothingIsEchoed() {
        var page = here.post("/account/password", "oldPassword", PASSWORD, "password", "short secret".substring(6))
                .body();
        assertThat(page).contains("Too short: 6 characters").doesNotContain(PASSWORD, "secret");
        assertThat(here.post("/account/password", "oldPassword", PASSWORD, "password", REA)
                        .body())
                .contains("This is your mail address or your name");
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOfAllBrowsersAndOfNobodyElse() {
        var ada = signedIn("ada@example.net");
        assertThat(location(here.post("/account/sign-out-everywhere"))).isEqualTo("/sign-in?left");
        assertThat(here.isIn()).isFalse();
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(ada.isIn()).isTrue();
        assertThat(trail().getFirst()).isEqualTo("Rea person.signed-out-everywhere rea@example.net {\"sessions\": 2}");
    }

    @Test
    void noPasswordOrHashIsInTheTrail() {
        here.press("/account/password", "oldPassword", PASSWORD, "password", NEW_PASSWORD);
        assertThat(String.join("\n", trail())).doesNotContain("bicycles", "argon2");
    }
}
