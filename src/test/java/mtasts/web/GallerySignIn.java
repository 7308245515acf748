package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everybody into the gallery, as an administrator or, with {@code ?reader}, as a reader. */
@Component
class GallerySignIn extends OncePerRequestFilter {

    record Visitor(boolean mayChange) implements Actor {
        @Override
        public String getName() {
            return "postmaster@example.net";
        }

        @Override
        public long personId() {
            return 1;
        }

        @Override
        public String displayName() {
            return "postmaster";
        }

        @Override
        public @Nullable String language() {
            return null;
        }
    }

    @Bean
    static WebSecurityCustomizer galleryIsOpen() {
        return web -> web.ignoring().requestMatchers("/gallery/**");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/gallery");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.VALUE);
        var visitor = new Visitor(request.getParameter("reader") == null);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return visitor;
                    }
                },
                response);
    }
}
