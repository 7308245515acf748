package mtasts;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application with one address, {@code /slow}, that takes its time in the database. */
@TestConfiguration(proxyBeanMethods = false)
class SlowApplication {

    public static void main(String[] arguments) {
        new SpringApplication(MtaStsApplication.class, SlowApplication.class).run(arguments);
    }

    @Bean
    FilterRegistrationBean<Filter> slow(JdbcClient jdbc) {
        FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>((request, response, chain) -> {
            if (request instanceof HttpServletRequest http
                    && http.getRequestURI().equals("/slow")) {
                System.out.println("a slow request has come");
                jdbc.sql("select pg_sleep(2)").query((row, number) -> number).single();
                response.getWriter().print("done");
            } else {
                chain.doFilter(request, response);
            }
        });
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }
}
