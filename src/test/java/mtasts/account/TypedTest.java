package mtasts.account;

import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that is sent when its session is over comes back after sign-in, with everything that was typed. */
class TypedTest extends WithPeople {

    private static final String ADA = "ada@example.net";

    @BeforeEach
    void adaHasAFormOpen() {
        crowd.administrator("Ada");
        visitor.signIn(ADA, PASSWORD);
        visitor.get("/people");
        endAllSessions();
    }

    private String sentTooLate(String... fields) {
        var asked = visitor.post("/people", fields);
        assertThat(asked.statusCode()).isEqualTo(200);
        return asked.body();
    }

    @Test
    void whatWasTypedIsThereAgainAndNothingWasDone() {
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace <b>&\"'", "role", "administrator");
        assertThat(page).contains("Your session has ended").doesNotContain("<b>&");
        var again = visitor.signInAgain(page, ADA, PASSWORD);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("value=\"grace@example.net\"", "value=\"Grace &lt;b&gt;&amp;&quot;&#39;\"")
                .containsPattern("value=\"administrator\"[^>]*checked");
        assertThat(people.existsByMail("grace@example.net")).isFalse();

        assertThat(visitor.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader")
                        .body())
                .contains("/link/");
        assertThat(people.existsByMail("grace@example.net")).isTrue();
    }

    @Test
    void withAllCookiesGoneItComesBackTooAndDidNothing() {
        visitor.forget("form");
        visitor.forget("session");
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace", "role", "administrator");
        assertThat(page).contains("Your session has ended");
        var again = visitor.signInAgain(page, ADA, PASSWORD);
        assertThat(again.body()).contains("value=\"grace@example.net\"", "You had been signed out");
        assertThat(people.existsByMail("grace@example.net")).isFalse();

        visitor.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        assertThat(people.existsByMail("grace@example.net")).isTrue();
    }

    @Test
    void whatAnotherSiteSendsIsNotCarried() {
        visitor.forget("form");
        visitor.forget("session");
        var answer = visitor.with("Sec-Fetch-Site", "cross-site").post("/people", "mail", "eve@example.net");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form is too old").doesNotContain("eve@example.net");
    }

    @Test
    void aFormThatIsTooOldForTheOneSignedInIsShownAgainAndDidNothing() {
        visitor.signIn(ADA, PASSWORD);
        visitor.get("/people");
        visitor.forget("form");
        var again = visitor.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("value=\"grace@example.net\"", "Nothing was saved yet");
        assertThat(people.existsByMail("grace@example.net")).isFalse();

        visitor.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        assertThat(people.existsByMail("grace@example.net")).isTrue();
    }

    @Test
    void aButtonThatIsTooOldSignsNobodyOutAndDisablesNobody() {
        var rea = crowd.reader("Rea");
        visitor.signIn(ADA, PASSWORD);
        visitor.get("/people");
        visitor.forget("form");
        assertThat(visitor.post("/people/" + rea.id() + "/disable").statusCode())
                .isEqualTo(303);
        visitor.forget("form");
        assertThat(visitor.post("/sign-out").body()).contains("This form is too old");
        assertThat(person("rea@example.net").isDisabled()).isFalse();
        assertThat(visitor.isIn()).isTrue();
    }

    @Test
    void theSignInPageIsShownAgainWithWhatItCarriesWhenItIsTooOld() {
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        visitor.forget("form");
        var again = visitor.signInAgain(page, ADA, PASSWORD);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("name=\"typed.mail\" value=\"grace@example.net\"");
        assertThat(sessions()).isZero();
        assertThat(visitor.signInAgain(again.body(), ADA, PASSWORD).body()).contains("value=\"grace@example.net\"");
    }

    @Test
    void inAnotherLanguageTheSignInPageStillHoldsIt() {
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        assertThat(page).contains("form=\"sign-in\"", "formaction=\"/language/es/sign-in\"");
        var spanish = visitor.switched("/language/es/sign-in", page).body();
        assertThat(spanish).contains("<html lang=\"es\"", "name=\"typed.mail\" value=\"grace@example.net\"");
        assertThat(visitor.signInAgain(spanish, ADA, PASSWORD).body()).contains("value=\"grace@example.net\"");
    }

    @Test
    void aWrongPasswordOnTheWayLosesNothing() {
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        var refused = visitor.signInAgain(page, ADA, "something else").body();
        assertThat(refused).contains("do not belong together");
        assertThat(visitor.signInAgain(refused, ADA, PASSWORD).body()).contains("value=\"grace@example.net\"");
    }

    @Test
    void aFormThatWasOpenWhileAnotherTabSignedInAnewIsTakenAsItIs() {
        var token = visitor.get("/sign-in");
        assertThat(token.statusCode()).isEqualTo(200);
        visitor.post("/sign-in", "mail", ADA, "password", PASSWORD);
        assertThat(visitor.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader")
                        .body())
                .contains("/link/");
    }

    @Test
    void manyLinesAndManyValuesOfOneNameComeThrough() {
        var page = sentTooLate("mail", "a\r\nb  c\té", "role", "x", "role", "y", "role", "");
        assertThat(page)
                .contains("name=\"typed.role\" value=\"x\"", "name=\"typed.role\" value=\"y\"")
                .contains("name=\"typed.mail\" value=\"a\r\nb  c\té\"");
    }

    @Test
    void passwordsAreNotCarried() {
        var page = visitor.post("/account/password", "oldPassword", "the old secret", "password", "the new secret")
                .body();
        assertThat(page).contains("Your session has ended").doesNotContain("secret");
        assertThat(visitor.signInAgain(page, ADA, PASSWORD).body()).contains("Present password");
    }

    @Test
    void tooMuchIsSaidToBeTooMuch() {
        assertThat(sentTooLate("mail", "x".repeat(1_000_001)))
                .contains("too much to keep")
                .doesNotContain("xxxxxxxx");
        List<String> fields = new ArrayList<>();
        for (int field = 0; field < 501; field++) {
            fields.add("field" + field);
            fields.add("");
        }
        assertThat(sentTooLate(fields.toArray(String[]::new))).contains("too much to keep");
    }

    @Test
    void asMuchAsIsAllowedComesThrough() {
        var page = sentTooLate("mail", "x".repeat(990_000), "displayName", "Grace", "role", "reader");
        assertThat(visitor.signInAgain(page, ADA, PASSWORD).body()).contains("value=\"Grace\"");
    }

    @Test
    void aTableThatWasPastedIsThereAgainAndNothingWasImported() {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(row -> "d" + row + ".example.com,mx" + row + ".example.net,customer-" + row)
                .collect(Collectors.joining("\r\n"));
        visitor.get("/domains/import");
        var asked = visitor.sendFile("/domains/import", "file", "", "text", rows, "place", "here");
        assertThat(asked.body()).contains("what you typed is here again.");
        var again = visitor.signInAgain(asked.body(), ADA, PASSWORD);
        assertThat(again.body())
                .contains("You had been signed out", "Nothing was saved yet", "mx4999.example.net,customer-4999");
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/domains/import", "/domains/adopt/many"})
    void aFileThatWasSentIsSaidToBeChosenAgain(String form) {
        visitor.get(form);
        var asked = visitor.sendFile(form, "file", "x".repeat(1_500_000), "place", "here");
        assertThat(asked.body()).contains("the file you will have to choose again");
        assertThat(visitor.signInAgain(asked.body(), ADA, PASSWORD).body())
                .contains("choose the file again")
                .containsPattern("value=\"here\"[^>]*checked");
        visitor.forget("form");
        assertThat(visitor.sendFile(form, "file", "x", "place", "here").body())
                .contains("This page was opened before", "Choose the file again");
        assertThat(jdbc.sql("select count(*) from job").query(Long.class).single())
                .isZero();
    }

    @Test
    void aReaderWhoSignsInInsteadIsRefused() {
        crowd.reader("Rea");
        var page = sentTooLate("mail", "grace@example.net", "displayName", "Grace", "role", "administrator");
        var refused = visitor.signInAgain(page, "rea@example.net", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(people.existsByMail("grace@example.net")).isFalse();
    }

    @Test
    void aButtonWithoutAFormLeadsBackToItsPageAndDoesNothing() {
        var rea = crowd.reader("Rea");
        var page = visitor.post("/people/" + rea.id() + "/disable").body();
        assertThat(visitor.signInAgain(page, ADA, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(person("rea@example.net").isDisabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/sign-in",
                "/sign-in/again",
                "/../etc",
                "/people/..%2f..",
                "people",
                ""
            })
    void noOtherPathIsForwardedTo(String path) {
        visitor.get("/sign-in");
        var answer = visitor.post("/sign-in", "mail", ADA, "password", PASSWORD, "typed", path, "typed.x", "y");
        assertThat(answer.statusCode()).isIn(303, 400, 404);
        assertThat(location(answer)).isIn("/", "(none)");
    }

    @Test
    void aScriptIsToldAndKeepsItsPage() {
        var script = new Visitor(port).with("HX-Request", "true");
        assertThat(script.get("/people").statusCode()).isEqualTo(204);
        assertThat(script.get("/people").headers().firstValue("HX-Trigger")).hasValue("signed-out");
        visitor.with("HX-Request", "true");
        var judged = visitor.post("/people", "mail", "x");
        assertThat(judged.statusCode()).isEqualTo(204);
        assertThat(judged.headers().firstValue("HX-Trigger")).hasValue("signed-out");
    }

    @Test
    void thePageOfTheWayIsNoPageOfItsOwn() {
        assertThat(visitor.get("/sign-in/again").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/sign-in/again").body()).contains("Sign in");
    }
}
