package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller ask for the {@link Actor}: {@code null} when nobody is signed in. */
@Component
class SignedIn implements HandlerMethodArgumentResolver {

    static @Nullable Actor actor(HttpServletRequest request) {
        return switch (request.getUserPrincipal()) {
            case Actor actor -> actor;
            case Authentication authentication when authentication.getPrincipal() instanceof Actor actor -> actor;
            case null, default -> null;
        };
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        return servletRequest == null ? null : actor(servletRequest);
    }
}
