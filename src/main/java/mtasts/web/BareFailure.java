package mtasts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the web server refuses before the application sees it, such as a path that cannot be read, in the
 * application's own words, and without a word of the server behind it.
 */
class BareFailure extends ErrorReportValve {

    private final ObjectProvider<ITemplateEngine> templates;
    private final ObjectProvider<Wording> wording;
    private final ObjectProvider<JsonMapper> mapper;

    BareFailure(
            ObjectProvider<ITemplateEngine> templates,
            ObjectProvider<Wording> wording,
            ObjectProvider<JsonMapper> mapper) {
        this.templates = templates;
        this.wording = wording;
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        LocaleContextHolder.setLocale(Language.ofBrowser(request));
        try {
            say(Failure.of(status), request, response);
        } catch (IOException gone) {
            container.getLogger().debug("Nobody waits for the answer any more", gone);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void say(Failure failure, Request request, Response response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.VALUE);
        boolean html = Failure.isPage(request);
        response.setContentType(html ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = html ? page(failure) : problem(failure);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    private byte[] page(Failure failure) {
        var locale = LocaleContextHolder.getLocale();
        var variables = Map.<String, Object>of("failure", failure, "language", locale.getLanguage());
        return templates
                .getObject()
                .process("web/bare-failure", new Context(locale, variables))
                .getBytes(UTF_8);
    }

    private byte[] problem(Failure failure) {
        return mapper.getObject().writeValueAsBytes(failure.problem(wording.getObject(), ""));
    }
}
