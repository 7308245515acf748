package mtasts.domain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import mtasts.rfc8461.DomainName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The name in {@code /domains/{name}}: a page has one address, with the lower-case A-label; other forms of the name lead
 * there. Controllers take it as {@code @PathVariable DomainName name}.
 */
@Configuration(proxyBeanMethods = false)
class NameInPath implements WebMvcConfigurer, HandlerInterceptor {

    private static final String DOMAINS = "/domains/";

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, DomainName.class, DomainName::of);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(DOMAINS + "**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var typed = inPath(request);
        if (typed == null) {
            return true;
        }
        var name = DomainName.read(typed).value();
        if (name.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        if (typed.equals(name.get().ascii()) || !request.getMethod().equals("GET")) {
            return true;
        }
        response.sendRedirect(address(request, name.get()));
        return false;
    }

    private static @Nullable String inPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("name") instanceof String name
                ? name
                : null;
    }

    private static String address(HttpServletRequest request, DomainName name) {
        var before = request.getContextPath() + DOMAINS;
        var rest = request.getRequestURI().substring(before.length());
        int end = rest.indexOf('/');
        var query = request.getQueryString();
        return before + name.ascii() + (end < 0 ? "" : rest.substring(end)) + (query == null ? "" : "?" + query);
    }
}
