package mtasts.estate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import mtasts.domain.Domains;
import mtasts.domain.NoSuchDomain;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What is said of a name that is not registered: how to register it. A name that was removed leads to the page on which
 * that can be undone.
 */
@Controller
@ControllerAdvice
class UnknownDomain {

    private static final String PAGE = "/unknown-domain";
    private static final String NAME = UnknownDomain.class.getName();

    private final Domains domains;

    UnknownDomain(Domains domains) {
        this.domains = domains;
    }

    /** The frame of a page is there for controllers only, so another one draws it. */
    @ExceptionHandler(NoSuchDomain.class)
    String unknown(HttpServletRequest request) {
        var name = name(request);
        if (name != null && domains.everRegistered(name).isPresent()) {
            return "redirect:/domains/" + name.ascii() + "/undo-removal";
        }
        request.setAttribute(NAME, name);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_QUERY_STRING, request.getQueryString());
        return "forward:" + PAGE;
    }

    @RequestMapping(PAGE)
    @Nullable
    String page(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        if (!(request.getAttribute(NAME) instanceof DomainName name)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("name", name.ascii());
        return "estate/unknown";
    }

    private static @Nullable DomainName name(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("name") instanceof String name
                ? DomainName.of(name)
                : null;
    }
}
