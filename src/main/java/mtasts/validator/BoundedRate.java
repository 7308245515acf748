package mtasts.validator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mtasts.web.ApiProblem;
import mtasts.web.Words;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts what programs ask before any of it is read. */
@Configuration(proxyBeanMethods = false)
class BoundedRate implements WebMvcConfigurer, HandlerInterceptor {

    private final RateLimit rate;

    BoundedRate(RateLimit rate) {
        this.rate = rate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/validate/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        rate.take(request.getRemoteAddr()).ifPresent(seconds -> {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
            throw new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "request.rate", Words.of("validator.api.rate", seconds));
        });
        return true;
    }
}
