package mtasts.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Puts our words in the place of the web server's, after it was told by its own customizers what to say. */
@Component
class BareFailures implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final ObjectProvider<ITemplateEngine> templates;
    private final ObjectProvider<Wording> wording;
    private final ObjectProvider<JsonMapper> mapper;

    BareFailures(
            ObjectProvider<ITemplateEngine> templates,
            ObjectProvider<Wording> wording,
            ObjectProvider<JsonMapper> mapper) {
        this.templates = templates;
        this.wording = wording;
        this.mapper = mapper;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BareFailure.class.getName());
                host.getPipeline().addValve(new BareFailure(templates, wording, mapper));
            }
        });
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
