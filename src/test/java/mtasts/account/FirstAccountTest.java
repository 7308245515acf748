package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import mtasts.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class FirstAccountTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstAccountCode code;

    @Autowired
    People people;

    @Test
    void everyPageLeadsToTheSetUpWhileThereIsNoAccount() {
        for (var page : new String[] {"/", "/domains", "/people", "/no/such/page"}) {
            assertThat(mvc.get().uri(page)).hasStatus(302).hasRedirectedUrl("/setup");
        }
        assertThat(mvc.get().uri("/sign-in")).hasRedirectedUrl("/setup");
    }

    @Test
    void theSetUpAsksForTheCodeFirst() {
        assertThat(mvc.get().uri("/setup")).hasStatusOk().bodyText().contains("Code from the console");
        assertThat(mvc.get().uri("/setup?code=WRONG")).hasStatusOk().bodyText().contains("This is not the code");
        assertThat(mvc.get().uri("/setup?code={code}", code.text()))
                .hasStatusOk()
                .bodyText()
                .contains("Display name");
    }

    @Test
    void theFirstAccountIsAnAdministrators() {
        assertThat(mvc.post()
                        .uri("/setup")
                        .with(csrf())
                        .param("code", code.text())
                        .param("mail", "Ada@Example.net")
                        .param("displayName", "Ada")
                        .param("password", "three blue bicycles"))
                .hasRedirectedUrl("/");
        assertThat(people.findByMail("ada@example.net"))
                .hasValueSatisfying(ada -> assertThat(ada.role()).isEqualTo(Role.ADMINISTRATOR));
        assertThat(mvc.get().uri("/setup")).hasRedirectedUrl("/sign-in");
    }
}
