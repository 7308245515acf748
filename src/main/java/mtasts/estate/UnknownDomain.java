package mtasts.estate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.NoSuchDomain;
import mtasts.policy.Removal;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;

/** What is said of a name that is not registered: how to register it, or that it was removed and how to undo that. */
@Controller
@ControllerAdvice
class UnknownDomain {

    private static final String PAGE = "/unknown-domain";
    private static final String NAME = UnknownDomain.class.getName();

    private final Domains domains;
    private final Clock clock;

    UnknownDomain(Domains domains, Clock clock) {
        this.domains = domains;
        this.clock = clock;
    }

    /**
     * A removed domain.
     *
     * @param say who removed it, and when
     * @param until until when that can be undone; {@code null} where that is over
     */
    record Removed(
            Words say, @Nullable String reason, @Nullable Words until) {}

    @ExceptionHandler(NoSuchDomain.class)
    String unknown(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            request.setAttribute(NAME, variables.get("name"));
        }
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_QUERY_STRING, request.getQueryString());
        return "forward:" + PAGE;
    }

    @RequestMapping(PAGE)
    @Nullable
    String page(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        if (!(request.getAttribute(NAME) instanceof String typed)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        var name = DomainName.of(typed);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("name", name.ascii());
        model.addAttribute(
                "removed", domains.everRegistered(name).map(this::removed).orElse(null));
        return "estate/unknown";
    }

    private Removed removed(Domain domain) {
        var at = Objects.requireNonNull(domain.removedAt());
        var until = at.plus(Removal.UNDO);
        return new Removed(
                Words.of("estate.removed.say", Objects.requireNonNullElse(domain.removedBy(), ""), Words.moment(at)),
                domain.removalReason(),
                clock.instant().isAfter(until) ? null : Words.of("estate.removed.until", Words.day(until)));
    }
}
