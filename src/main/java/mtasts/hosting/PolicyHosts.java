package mtasts.hosting;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts the policy hosts in front of everything that Tomcat runs, its other valves among them. */
@Component
class PolicyHosts implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final PolicyTable table;

    PolicyHosts(PolicyTable table) {
        this.table = table;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new PolicyHostValve(table));
        // the one answer that Tomcat would give of itself ahead of all valves
        factory.addContextCustomizers(context -> context.setMapperContextRootRedirectEnabled(false));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
