package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler there is, so that one that comes later is held to the same rules by itself. */
@ApplicationTest
class RolesTest {

    /** What everybody may open, signed in or not. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/again",
            "/sign-in/strange-form",
            "/setup",
            "/link/{token}",
            "/help",
            "/help/api",
            "/language",
            "/language/{language}/{*form}",
            "/language/{choice}/{*form}",
            "/theme",
            "/theme/{theme}/{*form}",
            "/theme/{choice}/{*form}",
            "/validator",
            "/api/v1/validate/policy",
            "/api/v1/validate/record",
            "/api/v1/validate/match",
            "/api/v1/openapi.json");

    /** What a reader may change: the own account. */
    private static final Set<String> OWN = Set.of(
            "/account",
            "/account/password",
            "/account/sign-out-everywhere",
            "/account/tokens",
            "/account/tokens/{id}/revoke");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    FakeClock clock;

    @BeforeEach
    void somebodyIsThere() {
        new Crowd(people, passwords, clock).administrator("Ada");
    }

    private record Handler(String path, HttpMethod method) {

        boolean changes() {
            return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
        }

        String uri() {
            return path.replaceAll("\\{[^}]+}", "1");
        }
    }

    /** A handler of every method is asked by GET and by POST. */
    private Stream<Handler> handlers() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> (mapping.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        ? Stream.of(RequestMethod.GET, RequestMethod.POST)
                                        : mapping.getMethodsCondition().getMethods().stream())
                                .map(method -> new Handler(path, method.asHttpMethod()))))
                .filter(handler -> !handler.path().startsWith("/gallery")
                        && !handler.path().equals("/error"));
    }

    @Test
    void aReaderChangesNothingButTheOwnAccount() {
        var allowed = new TreeSet<String>();
        handlers().filter(Handler::changes).forEach(handler -> {
            if (status(handler, As.reader()) != 403) {
                allowed.add(handler.path());
            }
        });
        assertThat(allowed).allMatch(path -> OPEN.contains(path) || OWN.contains(path));
    }

    @Test
    void aReaderSeesEverything() {
        assertThat(handlers().filter(handler -> handler.method() == HttpMethod.GET))
                .isNotEmpty()
                .noneMatch(handler -> status(handler, As.reader()) == 403);
    }

    @Test
    void nobodyIsLetInWithoutSigningIn() {
        var open = new TreeSet<String>();
        handlers().forEach(handler -> {
            var answer = ask(handler, request -> request);
            if (answer.getUnresolvedException() != null) {
                open.add(handler.path());
                return;
            }
            var location = answer.getResponse().getHeader("Location");
            var again = answer.getResponse().getForwardedUrl();
            if (!(location != null && location.startsWith("/sign-in"))
                    && !SignInController.SIGN_IN_AGAIN.equals(again)
                    && answer.getResponse().getStatus() != 401) {
                open.add(handler.path());
            }
        });
        assertThat(open).allMatch(OPEN::contains);
    }

    @Test
    void anAdministratorIsRefusedNothing() {
        assertThat(handlers().filter(Handler::changes))
                .isNotEmpty()
                .noneMatch(handler -> status(handler, As.administrator()) == 403);
    }

    /** A handler that was reached and failed, for want of a domain say, was not refused: that counts as 200. */
    private int status(Handler handler, RequestPostProcessor who) {
        var answer = ask(handler, who);
        return answer.getUnresolvedException() == null ? answer.getResponse().getStatus() : 200;
    }

    private MvcTestResult ask(Handler handler, RequestPostProcessor who) {
        return mvc.method(handler.method())
                .uri(handler.uri())
                .with(who)
                .with(csrf())
                .exchange();
    }
}
