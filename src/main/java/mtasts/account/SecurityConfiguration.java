package mtasts.account;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Arrays;
import mtasts.web.Actor;
import mtasts.web.ContentSecurityPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What holds for every request: who may send it, what its answer says to browsers, where its form came from. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(),"
                    + " usb=()";

    /** What a page is drawn with. */
    private static final RequestMatcher ASSETS =
            matching("/webjars/**", "/*.css", "/*.js", "/*.svg", "/favicon.ico", "/robots.txt");

    /** Everybody's pages. */
    private static final RequestMatcher OPEN = matching(
            "/sign-in/**", "/setup", "/link/*", "/help", "/help/api", "/validator", "/language/**", "/theme/**");

    /** What a reader may change: the own account. */
    private static final RequestMatcher OWN = matching("/account/**", "/sign-out");

    @Bean
    SecurityFilterChain security(HttpSecurity http, PersonInSession persons, SignInEntryPoint entryPoint) {
        return http.securityContext(context -> context.securityContextRepository(persons))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .addFilterBefore(new FormToken(ASSETS), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ASSETS, OPEN)
                        .permitAll()
                        .requestMatchers(OWN)
                        .authenticated()
                        .requestMatchers(GET)
                        .authenticated()
                        .requestMatchers(HEAD)
                        .authenticated()
                        .requestMatchers(OPTIONS)
                        .authenticated()
                        .anyRequest()
                        .access(mayChange()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(new Refusal(entryPoint, OPEN)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurityPolicy.VALUE))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false)
                        .maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex"));
    }

    /** A form's token lies in a cookie, so that a visitor needs no session and a form outlives one. */
    private static CsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static AuthorizationManager<RequestAuthorizationContext> mayChange() {
        return (authentication, request) -> new AuthorizationDecision(
                authentication.get().getPrincipal() instanceof Actor actor && actor.mayChange());
    }

    private static RequestMatcher matching(String... patterns) {
        var matchers = Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
        return new OrRequestMatcher(matchers);
    }
}
