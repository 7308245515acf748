package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import mtasts.ApplicationTest;
import mtasts.database.SharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The database is killed while somebody uses it: connections end in the middle of what they are used for. */
@ApplicationTest
class LostConnectionTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Severing severing;

    @Autowired
    FilterRegistrationBean<UnavailableFilter> unavailable;

    /** A start in the same process may have silenced everything. */
    private final TurboFilter heard = new TurboFilter() {
        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
            return level.isGreaterOrEqual(Level.WARN) && logger.getName().equals(UnavailableFilter.class.getName())
                    ? FilterReply.ACCEPT
                    : FilterReply.NEUTRAL;
        }
    };

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        root().getLoggerContext().getTurboFilterList().add(0, heard);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(log);
        root().getLoggerContext().getTurboFilterList().remove(heard);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void assertThatNoTraceIsLogged() {
        assertThat(List.copyOf(log.list)).noneMatch(line -> line.getThrowableProxy() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement", "entity", "commit", "rollback"})
    void whereverItIsNoticedTheDatabaseDoesNotAnswer(String where) throws Exception {
        var response = answered(() -> severing.within(where));

        assertThatItIsSaid(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement", "entity", "commit", "rollback"})
    void alsoWithinATransactionThatWasBegunByHand(String where) throws Exception {
        var response = answered(() -> transaction.executeWithoutResult(status -> severing.within(where)));

        assertThatItIsSaid(response);
    }

    @Test
    void thePageAfterAllConnectionsEndedIsNoFault() throws SQLException {
        assertThat(mvc.get().uri("/setup").accept(MediaType.TEXT_HTML)).hasStatusOk();
        try (var connection = SharedDatabase.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }

        assertThat(mvc.get()
                        .uri("/setup")
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isIn(200, 503);
        assertThatNoTraceIsLogged();
    }

    private void assertThatItIsSaid(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        assertThat(response.getContentAsString()).contains("<h1>The database does not answer</h1>");
        assertThat(log.list)
                .filteredOn(line -> line.getLevel() == Level.ERROR
                        || line.getFormattedMessage().contains("not answer"))
                .singleElement()
                .asString()
                .contains("The database does not answer: GET / was refused");
        assertThatNoTraceIsLogged();
    }

    @Test
    void theApiSaysItWithAProblemWhateverItIsAskedFor() throws Exception {
        var response = answered("/api/v1/domains", () -> severing.within("statement"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(response.getContentAsString()).contains("\"code\":\"server.unavailable\"");
    }

    private MockHttpServletResponse answered(Runnable work) throws Exception {
        return answered("/", work);
    }

    private MockHttpServletResponse answered(String path, Runnable work) throws Exception {
        var chain = new MockFilterChain(new HttpServlet() {
            @Override
            public void service(ServletRequest request, ServletResponse response) {
                work.run();
            }
        });
        var request = new MockHttpServletRequest(new MockServletContext(), "GET", path);
        request.addHeader(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        var response = new MockHttpServletResponse();
        Objects.requireNonNull(unavailable.getFilter()).doFilter(request, response, chain);
        return response;
    }
}
