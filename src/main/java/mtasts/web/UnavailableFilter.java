package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/**
 * When the database is gone nothing behind this filter works: no session, no sign-in, not even the error page. So it
 * stands in front of them all and says so itself, with a page that needs none of them.
 */
class UnavailableFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnavailableFilter.class);
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final String CLOSED_BY_POOL = "Connection is closed";

    private final ITemplateEngine templates;
    private final Frame frame;
    private final Wording wording;
    private final JsonMapper mapper;

    UnavailableFilter(ITemplateEngine templates, Frame frame, Wording wording, JsonMapper mapper) {
        this.templates = templates;
        this.frame = frame;
        this.wording = wording;
        this.mapper = mapper;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !isWithoutDatabase(failure)) {
                throw failure;
            }
            log.warn("The database does not answer: {} {} was refused", request.getMethod(), request.getRequestURI());
            refuse(request, response);
        }
    }

    private static boolean isWithoutDatabase(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .limit(20)
                .anyMatch(cause -> cause instanceof DataAccessResourceFailureException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof SQLException sql && isOfConnection(sql));
    }

    /**
     * Class 08 is a lost connection; 57P01 to 57P05 a server that stops or starts. A connection that was lost a moment ago
     * is closed by the pool, and whoever goes on with it, if only to roll back, hears of that without a state.
     */
    private static boolean isOfConnection(SQLException problem) {
        var state = problem.getSQLState();
        return state == null
                ? CLOSED_BY_POOL.equals(problem.getMessage())
                : state.startsWith("08") || state.startsWith("57P");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.VALUE);
        var locale = Language.ofBrowser(request);
        LocaleContextHolder.setLocale(locale);
        try {
            tell(request, response, locale);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        var failure = Failure.of(HttpStatus.SERVICE_UNAVAILABLE.value());
        if (!Failure.isPage(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(mapper.writeValueAsBytes(failure.problem(wording, Frame.path(request))));
            return;
        }
        response.setContentType(HTML);
        var exchange = JakartaServletWebApplication.buildApplication(getServletContext())
                .buildExchange(request, response);
        var variables = Map.<String, Object>of("failure", failure, "frame", frame.anonymous(request, locale));
        templates.process("web/unavailable", new WebContext(exchange, locale, variables), response.getWriter());
    }
}
