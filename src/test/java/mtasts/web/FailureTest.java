package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.sql.SQLException;
import java.util.Objects;
import mtasts.ApplicationTest;
import mtasts.account.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class FailureTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FilterRegistrationBean<UnavailableFilter> unavailable;

    @ParameterizedTest
    @CsvSource({
        "400, This request cannot be read",
        "403, This is not allowed",
        "404, There is no such page",
        "405, This address is not a page",
        "409, Somebody else was faster",
        "412, This has changed meanwhile",
        "413, That is too much at once",
        "415, This request cannot be read",
        "429, Too many attempts",
        "500, This went wrong here",
        "502, This went wrong here",
        "503, The database does not answer"
    })
    void aBrowserGetsAPageInWords(int status, String title) {
        assertThat(mvc.get()
                        .uri("/error")
                        .with(As.reader())
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .hasStatus(status)
                .bodyText()
                .contains("<h1>" + title + "</h1>", "noindex", "Rea")
                .doesNotContain("secret", "Exception", "??");
    }

    @Test
    void everythingElseGetsAProblem() {
        assertThat(mvc.get()
                        .uri("/error")
                        .with(As.reader())
                        .accept(MediaType.APPLICATION_JSON)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 409)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/domains/a")
                        .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret"))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"status": 409, "title": "Conflict", "code": "request.changed", "instance": "/domains/a", "detail": "What you changed has been changed meanwhile by \
                    somebody else. Yours was not saved, and theirs is untouched."}\
                    """);
    }

    @ParameterizedTest
    @CsvSource({"lock, 409", "missing, 404"})
    void whatAControllerLetsGoHasItsStatus(String how, int status) {
        assertThat(mvc.get().uri("/trial/fails/" + how).with(As.administrator()))
                .hasStatus(status);
    }

    @Test
    void withoutADatabaseThereIsAPageThatNeedsNone() {
        assertThat(mvc.get()
                        .uri("/trial/fails/database?a=1")
                        .with(As.administrator())
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "es")
                        .accept(MediaType.TEXT_HTML))
                .hasStatus(503)
                .hasHeader(HttpHeaders.RETRY_AFTER, "10")
                .hasHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.VALUE)
                .bodyText()
                .contains("La base de datos no responde", "href=\"/trial/fails/database?a=1\"", "noindex")
                .doesNotContain("secret", "Exception", "<form");
    }

    @Test
    void withoutADatabaseAScriptGetsAProblem() {
        assertThat(mvc.get().uri("/trial/fails/database").with(As.administrator()))
                .hasStatus(503)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"status\":503")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
    void aLostConnectionIsKnownByItsState(String state) throws Exception {
        var response = new MockHttpServletResponse();

        filtered(response, new IllegalStateException(new SQLException("secret", state)));

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void aFaultThatIsNotTheDatabasesGoesOn() {
        var response = new MockHttpServletResponse();
        var fault = new IllegalStateException(new SQLException("secret", "23505"));

        assertThat(catchException(() -> filtered(response, fault))).isSameAs(fault);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private void filtered(MockHttpServletResponse response, RuntimeException failure) throws Exception {
        var filter = Objects.requireNonNull(unavailable.getFilter());
        var chain = new MockFilterChain(new HttpServlet() {
            @Override
            public void service(ServletRequest request, ServletResponse answer) {
                throw failure;
            }
        });
        filter.doFilter(new MockHttpServletRequest(new MockServletContext(), "GET", "/"), response, chain);
    }
}
