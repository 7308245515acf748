package mtasts.account;

import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleTest extends WithPeople {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/link/[\\w-]{43})");
    private static final String NEW_PASSWORD = "four green bicycles";

    @Autowired
    Appointing appointing;

    Visitor ada;

    @BeforeEach
    void adaIsIn() {
        crowd.administrator("Ada");
        ada = signedIn("ada@example.net");
        ada.get("/people");
    }

    private String linkFor(String mail, String name, String role) {
        return linkOn(ada.post("/people", "mail", mail, "displayName", name, "role", role)
                .body());
    }

    private static String linkOn(String page) {
        var link = LINK.matcher(page);
        assertThat(link.find()).as("a link on %s", page).isTrue();
        return link.group(1);
    }

    @Test
    void anAddedPersonSetsAPasswordByTheLinkAndIsIn() {
        var link = linkFor("Grace@Example.net", " Grace ", "reader");
        var grace = new Visitor(port);
        assertThat(grace.get(link).body()).contains("Set your password", "Grace", "grace@example.net");
        assertThat(location(grace.post(link, "password", NEW_PASSWORD))).isEqualTo("/");
        assertThat(grace.get("/account").body()).contains("grace@example.net", "Reader");
        assertThat(new Visitor(port).signIn("grace@example.net", NEW_PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(trail().subList(0, 2))
                .containsExactly(
                        "Grace person.password-set grace@example.net",
                        "Ada person.added grace@example.net {\"name\": \"Grace\", \"role\": \"reader\"}");
    }

    @Test
    void onlyWhoHadALinkBeforeIsToldThatItNoLongerWorks() {
        var added = ada.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader");
        assertThat(added.body()).contains("It works once, until").doesNotContain("An earlier link");

        var again = ada.post("/people/" + person("grace@example.net").id() + "/link");
        assertThat(again.body()).contains("An earlier link of the same person no longer works.");
    }

    @Test
    void aLinkWorksOnce() {
        var link = linkFor("grace@example.net", "Grace", "reader");
        var grace = new Visitor(port);
        grace.get(link);
        grace.post(link, "password", NEW_PASSWORD);
        assertDead(link);
        var late = new Visitor(port);
        late.get("/sign-in");
        assertThat(late.post(link, "password", "five yellow bicycles").statusCode())
                .isEqualTo(410);
        assertThat(new Visitor(port).signIn("grace@example.net", NEW_PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aLinkIsDeadAfterSevenDays() {
        var link = linkFor("grace@example.net", "Grace", "reader");
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertDead(link);
        assertThat(ada.get("/people").body()).contains("the link has expired");
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOneBefore() {
        var first = linkFor("grace@example.net", "Grace", "reader");
        var second = linkOn(ada.post("/people/" + person("grace@example.net").id() + "/link")
                .body());
        assertDead(first);
        assertThat(new Visitor(port).get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void theLinkItselfIsKeptNowhere() {
        var token = linkFor("grace@example.net", "Grace", "reader").substring("/link/".length());
        assertThat(jdbc.sql("select count(*) from person p, audit_entry e where p::text || e::text like '%' ||"
                                + " :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select length(link_hash) from person where mail = 'grace@example.net'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @Test
    void aForgottenPasswordWorksUntilTheNewOneIsSetAndThenItsSessionsEnd() {
        crowd.reader("Rea");
        var rea = signedIn("rea@example.net");
        var link = linkOn(
                ada.post("/people/" + person("rea@example.net").id() + "/link").body());
        assertThat(rea.isIn()).isTrue();
        var elsewhere = new Visitor(port);
        elsewhere.get(link);
        elsewhere.post(link, "password", NEW_PASSWORD);
        assertThat(rea.isIn()).isFalse();
        assertThat(elsewhere.isIn()).isTrue();
        assertThat(new Visitor(port).signIn("rea@example.net", PASSWORD).body()).contains("do not belong together");
    }

    @Test
    void aDisabledPersonIsOutAtOnceAndNoLinkHelps() {
        var link = linkFor("grace@example.net", "Grace", "reader");
        var rea = crowd.reader("Rea");
        var reas = signedIn("rea@example.net");
        ada.press("/people/" + rea.id() + "/disable");
        ada.press("/people/" + person("grace@example.net").id() + "/disable");
        assertThat(reas.isIn()).isFalse();
        assertThat(signedIn("rea@example.net").isIn()).isFalse();
        assertDead(link);
        assertThat(ada.press("/people/" + rea.id() + "/link").body())
                .contains("Enable the person first", "Disabled since");

        ada.press("/people/" + rea.id() + "/enable");
        assertThat(signedIn("rea@example.net").isIn()).isTrue();
        assertDead(link);
        assertThat(trail())
                .contains(
                        "Ada person.disabled rea@example.net {\"disabled\": false} {\"disabled\": true}",
                        "Ada person.enabled rea@example.net {\"disabled\": true} {\"disabled\": false}");
    }

    @Test
    void aSessionThatSlippedThroughADisablingIsOverAllTheSame() {
        var rea = crowd.reader("Rea");
        var reas = signedIn("rea@example.net");
        rea.disable(clock.instant());
        people.save(rea);
        assertThat(sessions()).isEqualTo(2);
        assertThat(reas.isIn()).isFalse();
    }

    @Test
    void aRoleHoldsFromTheNextRequestOn() {
        var rea = crowd.reader("Rea");
        var reas = signedIn("rea@example.net");
        assertThat(reas.post("/people", "mail", "x").statusCode()).isEqualTo(403);
        ada.press("/people/" + rea.id() + "/role", "role", "administrator");
        reas.get("/people");
        assertThat(reas.post("/people", "mail", "x").statusCode()).isEqualTo(200);
        ada.press("/people/" + rea.id() + "/role", "role", "reader");
        assertThat(reas.post("/people", "mail", "x").statusCode()).isEqualTo(403);
        assertThat(trail().getFirst())
                .isEqualTo(
                        "Ada person.role-changed rea@example.net {\"role\": \"administrator\"} {\"role\": \"reader\"}");
    }

    @Test
    void theLastAdministratorStays() {
        var alone = person("ada@example.net");
        linkFor("grace@example.net", "Grace", "administrator");
        assertThat(ada.press("/people/" + alone.id() + "/disable").body())
                .contains("Ada is the last administrator who can sign in");
        ada.press("/people/" + alone.id() + "/role", "role", "reader");
        assertThat(person("ada@example.net").keepsTheInstallation()).isTrue();
        assertThat(ada.isIn()).isTrue();
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherLeaveOne() throws Exception {
        var one = person("ada@example.net");
        var other = crowd.administrator("Bea");
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.<Callable<Appointing.Outcome>>of(
                    () -> {
                        start.await();
                        return appointing.disable(one.id());
                    },
                    () -> {
                        start.await();
                        return appointing.give(other.id(), Role.READER);
                    }));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .hasAtLeastOneElementOfType(Appointing.Outcome.Done.class)
                    .hasAtLeastOneElementOfType(Appointing.Outcome.LastAdministrator.class);
        }
        assertThat(List.of(person("ada@example.net"), person("bea@example.net")))
                .filteredOn(Person::keepsTheInstallation)
                .hasSize(1);
    }

    @Test
    void everyMailAddressAndEveryNameIsOnePersons() {
        crowd.reader("Rea");
        assertThat(ada.post("/people", "mail", "REA@example.net", "displayName", "Grace", "role", "reader")
                        .body())
                .contains("Somebody with this mail address is here already");
        assertThat(ada.post("/people", "mail", "grace@example.net", "displayName", "rea", "role", "reader")
                        .body())
                .contains("Somebody else is called so already");
        assertThat(people.existsByMail("grace@example.net")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Gra\u0000ce", "Gra\u202ece", "Gra\u2066ce", "Gra\u200bce", "Gra\nce", "Gra\u007fce", "", "   "})
    void aNameWithSomethingHiddenInItIsRefusedByName(String name) {
        var page = ada.post("/people", "mail", "grace@example.net", "displayName", name, "role", "reader");
        assertThat(page.statusCode()).isIn(200, 400);
        if (page.statusCode() == 200) {
            assertThat(page.body()).containsAnyOf("cannot be seen: U+", "Type a name");
        }
        assertThat(people.existsByMail("grace@example.net")).isFalse();
    }

    @Test
    void htmlInANameIsText() {
        linkFor("grace@example.net", "<script>alert(1)</script>", "reader");
        for (var page : List.of("/people", "/audit")) {
            assertThat(ada.get(page).body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void aReaderSeesEverybodyAndNothingToPress() {
        crowd.reader("Rea");
        var page = signedIn("rea@example.net").get("/people");
        assertThat(page.body()).contains("ada@example.net", "Administrator").doesNotContain("/disable", "Add somebody");
    }

    @Test
    void aPersonThatIsNotThereIsNotFound() {
        for (var deed : List.of("link", "role", "disable", "enable")) {
            assertThat(ada.post("/people/999999/" + deed).statusCode()).isEqualTo(404);
        }
    }

    private void assertDead(String link) {
        var dead = new Visitor(port).get(link);
        assertThat(dead.statusCode()).isEqualTo(410);
        assertThat(dead.body()).contains("This link does not work any more", "ask an administrator");
    }
}
