package mtasts.account;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mtasts.web.Actor;
import mtasts.web.ApiAnswers;
import mtasts.web.ApiProblem;
import mtasts.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What holds for every request to the API: a token says who sends it, never a session's cookie, so that no page of another
 * site can act through a browser. What judges without an account needs no token.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private final ApiAnswers answers;

    ApiSecurityConfiguration(ApiAnswers answers) {
        this.answers = answers;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, Tokens tokens) {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokens(tokens), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/v1/validate/**", "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(GET)
                        .authenticated()
                        .requestMatchers(HEAD)
                        .authenticated()
                        .anyRequest()
                        .access((authentication, request) -> new AuthorizationDecision(
                                authentication.get().getPrincipal() instanceof Actor actor && actor.mayChange())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, nobody) -> nobody(request, response))
                        .accessDeniedHandler((request, response, denied) -> mayOnlyRead(request, response)))
                .headers(headers -> headers.cacheControl(control -> control.disable())
                        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")))
                .build();
    }

    private void nobody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean unknown = request.getAttribute(BearerTokens.UNKNOWN) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, unknown ? "Bearer error=\"invalid_token\"" : "Bearer");
        var code = unknown ? "token.unknown" : "token.missing";
        answers.write(new ApiProblem(HttpStatus.UNAUTHORIZED, code, Words.of("account." + code)), request, response);
    }

    private void mayOnlyRead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        answers.write(
                new ApiProblem(HttpStatus.FORBIDDEN, "token.reads-only", Words.of("account.token.reads-only")),
                request,
                response);
    }
}
