package mtasts.hosting;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the policy hosts in front of everything that Tomcat runs. */
@Configuration
class HostingConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> policyHosts(PolicyTable table) {
        return factory -> {
            factory.addEngineValves(new PolicyHostValve(table));
            // the one answer that Tomcat would give of itself ahead of all valves
            factory.addContextCustomizers(context -> context.setMapperContextRootRedirectEnabled(false));
        };
    }
}
