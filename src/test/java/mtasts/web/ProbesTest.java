package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import mtasts.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ProbesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void takeRequestsAgain() {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1"})
    void thisMachineIsAnsweredWithoutSignInAndWithoutACookie(String address) {
        for (String path : new String[] {"/livez", "/readyz"}) {
            MvcTestResult answer = ask(path, address);
            assertThat(answer).hasStatusOk().hasBodyTextEqualTo("up").doesNotContainHeader("Set-Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "127.0.0.1.example.com", "128.0.0.1"})
    void anyOtherMachineFindsNothingHere(String address) {
        assertThat(ask("/livez", address)).hasStatus(404);
        assertThat(ask("/readyz", address)).hasStatus(404);
    }

    @Test
    void anApplicationThatIsStoppingLivesButTakesNoRequests() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

        assertThat(ask("/readyz", "127.0.0.1")).hasStatus(503).hasBodyTextEqualTo("down");
        assertThat(ask("/livez", "127.0.0.1")).hasStatusOk();
    }

    private MvcTestResult ask(String path, String address) {
        return browser.get().uri(path).remoteAddress(address).exchange();
    }
}
